package org.patenbuch.bank;

import org.patenbuch.bank.BankCommand.AssignBankLine;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.bank.BankLines.Line;
import org.patenbuch.bank.BankLines.State;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.Together;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/** Records what a booking is by the ordinary command, and that it is that: both or neither, and twice is once. */
@Component
class Confirming {
    private final Ledger ledger;
    private final Together together;
    private final BankLines lines;

    Confirming(Ledger ledger, Together together, BankLines lines) {
        this.ledger = ledger;
        this.together = together;
        this.lines = lines;
    }

    /** @return the contribution's name, and the position of the assignment */
    Receipt contribution(Who who, String lineId, BankForm.Contribution form, Origin origin) {
        Line line = require(who, lineId);
        if (line.cents() <= 0) {
            throw new Rejected("bank.went-out", lineId);
        }
        int nth = line.state() == State.OPEN ? line.times() + 1 : line.times();
        String contributionId = "B-" + lineId + (nth < 2 ? "" : "-" + nth);
        return together.record(() -> {
            ledger.send(
                    new RecordContribution(
                            who.partnership(),
                            contributionId,
                            form.fundId(),
                            form.partnerId(),
                            form.pledgeId(),
                            ContributionKind.MONEY,
                            form.nature(),
                            line.cents(),
                            line.bookedOn(),
                            "Kontoauszug %s, %s, %s".formatted(line.account(), line.bookedOn(), lineId),
                            null,
                            form.reason()),
                    who,
                    origin);
            Receipt receipt = ledger.send(assignment(who, lineId, line, nth, contributionId), who, origin);
            return new Receipt(contributionId, receipt.position(), receipt.replayed());
        });
    }

    private static AssignBankLine assignment(Who who, String lineId, Line line, int nth, String contributionId) {
        String id = "Z-" + lineId + "-" + nth;
        return new AssignBankLine(
                who.partnership(), id, line.account(), lineId, Entry.CONTRIBUTION, contributionId, null);
    }

    Line require(Who who, String lineId) {
        return lines.find(who.partnership(), lineId).orElseThrow(() -> new Rejected("unknown-reference", lineId));
    }
}
