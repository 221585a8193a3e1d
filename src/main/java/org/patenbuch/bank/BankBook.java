package org.patenbuch.bank;

import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankCommand.AssignBankLine;
import org.patenbuch.bank.BankCommand.ReleaseBankLine;
import org.patenbuch.bank.BankCommand.SetBankLineAside;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/** What pages do with bookings of the bank; each answers with the position behind it. */
@Component
public class BankBook {
    private final Statements statements;
    private final Confirming confirming;
    private final Ledger ledger;

    BankBook(Statements statements, Confirming confirming, Ledger ledger) {
        this.statements = statements;
        this.confirming = confirming;
        this.ledger = ledger;
    }

    /** @return null where all of it was known */
    public @Nullable Long read(byte[] file, Who who, Origin origin) {
        return statements.take(file, who, false, origin).position();
    }

    /** Records the contribution the booking is, for a pledge. */
    public long contribution(
            String lineId,
            String partnerId,
            String fundId,
            String pledgeId,
            Nature nature,
            @Nullable String reason,
            Who who,
            Origin origin) {
        var form = new BankForm.Contribution(partnerId, fundId, pledgeId, nature, reason);
        return confirming.contribution(who, lineId, form, origin).position();
    }

    /** The booking is an entry that stands in the ledger already. */
    public long assign(String lineId, Entry entry, String entryId, @Nullable String reason, Who who, Origin origin) {
        BankLines.Line line = confirming.require(who, lineId);
        String id = "Z-" + lineId + "-" + nth(line);
        return ledger.send(
                        new AssignBankLine(who.partnership(), id, line.account(), lineId, entry, entryId, reason),
                        who,
                        origin)
                .position();
    }

    /** A second click names the same assignment. */
    private static int nth(BankLines.Line line) {
        return line.state() == BankLines.State.OPEN ? line.times() + 1 : line.times();
    }

    /** @param id by which a second click is known */
    public long aside(String lineId, String id, String reason, Who who, Origin origin) {
        BankLines.Line line = confirming.require(who, lineId);
        return ledger.send(new SetBankLineAside(who.partnership(), id, line.account(), lineId, reason), who, origin)
                .position();
    }

    /**
     * It is open again, assigned or set aside by mistake. What it was recorded as stays recorded.
     *
     * @param id by which a second click is known
     */
    public long release(String lineId, String id, String reason, Who who, Origin origin) {
        BankLines.Line line = confirming.require(who, lineId);
        return ledger.send(new ReleaseBankLine(who.partnership(), id, line.account(), lineId, reason), who, origin)
                .position();
    }
}
