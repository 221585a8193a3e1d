package org.patenbuch.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankCommand.AssignBankLine;
import org.patenbuch.bank.BankEvent.BankLineAssigned;
import org.patenbuch.bank.BankEvent.BankLineRecorded;
import org.patenbuch.bank.BankEvent.BankLineReleased;
import org.patenbuch.bank.BankEvent.BankLineSetAside;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ContributionReversed;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.ExpenseReversed;
import org.patenbuch.fund.Originals;
import org.patenbuch.kernel.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which bookings are known and which of them are still open, exactly: kept in the deciding transaction. One booking is
 * at most one contribution or expense, and each of those at most one booking. Where that is reversed, the booking is
 * open again.
 */
@Component
@ProcessingGroup("registers")
class BankLines {
    private static final String FIND = """
            SELECT account, booked_on, amount_cents, state, times FROM bank_line
            WHERE partnership = ? AND line_id = ?""";

    /** @param times how often it has been assigned */
    record Line(String account, LocalDate bookedOn, long cents, State state, int times) {}

    enum State {
        OPEN,
        ASSIGNED,
        ASIDE
    }

    private final JdbcClient jdbc;
    private final Originals originals;

    BankLines(JdbcClient jdbc, Originals originals) {
        this.jdbc = jdbc;
        this.originals = originals;
    }

    Optional<Line> find(String partnership, String lineId) {
        return jdbc.sql(FIND)
                .params(partnership, lineId)
                .query((row, n) -> new Line(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        State.valueOf(row.getString(4)),
                        row.getInt(5)))
                .optional();
    }

    List<String> known(String partnership, String account, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT line_id FROM bank_line
                        WHERE partnership = ? AND account = ? AND booked_on BETWEEN ? AND ?""")
                .params(partnership, account, from, to)
                .query(String.class)
                .list();
    }

    /** @throws Rejected {@code unknown-reference}, {@code bank.line-taken} */
    void requireOpen(String partnership, String account, String lineId) {
        if (require(partnership, account, lineId).state() != State.OPEN) {
            throw new Rejected("bank.line-taken", lineId);
        }
    }

    /** @throws Rejected {@code unknown-reference}, {@code bank.line-open} */
    void requireClosed(String partnership, String account, String lineId) {
        if (require(partnership, account, lineId).state() == State.OPEN) {
            throw new Rejected("bank.line-open", lineId);
        }
    }

    private Line require(String partnership, String account, String lineId) {
        return find(partnership, lineId)
                .filter(line -> line.account().equals(account))
                .orElseThrow(() -> new Rejected("unknown-reference", lineId));
    }

    /**
     * What came in is a contribution of money of the same amount, what went out an expense.
     *
     * @throws Rejected {@code unknown-reference}, {@code bank.amount-differs}, {@code bank.entry-taken}
     */
    void requireFitting(AssignBankLine command) {
        long cents = require(command.partnership(), command.account(), command.lineId())
                .cents();
        long entryCents = entryCents(command).orElseThrow(() -> new Rejected("unknown-reference", command.entryId()));
        if (entryCents != cents) {
            throw new Rejected("bank.amount-differs", command.entryId(), entryCents, cents);
        }
        boolean taken = jdbc.sql("""
                        SELECT EXISTS (SELECT FROM bank_line WHERE partnership = ? AND entry = ? AND entry_id = ?)""")
                .params(command.partnership(), command.entry().name(), command.entryId())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new Rejected("bank.entry-taken", command.entryId());
        }
    }

    private Optional<Long> entryCents(AssignBankLine command) {
        return switch (command.entry()) {
            case CONTRIBUTION ->
                originals
                        .find(command.partnership(), "contribution", command.entryId())
                        .map(ContributionRecorded.class::cast)
                        .map(gift -> gift.kind() == ContributionKind.MONEY ? gift.amountCents() : 0);
            case EXPENSE ->
                originals
                        .find(command.partnership(), "expense", command.entryId())
                        .map(ExpenseRecorded.class::cast)
                        .map(cost -> -cost.amountCents());
        };
    }

    @EventHandler
    void on(BankLineRecorded event, @MetaDataValue("partnership") String partnership) {
        jdbc.sql("""
                        INSERT INTO bank_line (partnership, line_id, account, booked_on, amount_cents)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(partnership, event.lineId(), event.account(), event.bookedOn(), event.amountCents())
                .update();
    }

    @EventHandler
    void on(BankLineAssigned event, @MetaDataValue("partnership") String partnership) {
        jdbc.sql("""
                        UPDATE bank_line SET state = 'ASSIGNED', times = times + 1, entry = ?, entry_id = ?
                        WHERE partnership = ? AND line_id = ?""")
                .params(event.entry().name(), event.entryId(), partnership, event.lineId())
                .update();
    }

    @EventHandler
    void on(BankLineSetAside event, @MetaDataValue("partnership") String partnership) {
        state("ASIDE", partnership, "line_id", event.lineId(), null);
    }

    @EventHandler
    void on(BankLineReleased event, @MetaDataValue("partnership") String partnership) {
        state("OPEN", partnership, "line_id", event.lineId(), null);
    }

    @EventHandler
    void on(ContributionReversed event, @MetaDataValue("partnership") String partnership) {
        state("OPEN", partnership, "entry_id", event.contributionId(), Entry.CONTRIBUTION);
    }

    @EventHandler
    void on(ExpenseReversed event, @MetaDataValue("partnership") String partnership) {
        state("OPEN", partnership, "entry_id", event.expenseId(), Entry.EXPENSE);
    }

    private void state(String state, String partnership, String column, String id, @Nullable Entry entry) {
        jdbc.sql("""
                        UPDATE bank_line SET state = :state, entry = NULL, entry_id = NULL
                        WHERE partnership = :partnership AND %s = :id
                            AND (:entry::text IS NULL OR entry = :entry)""".formatted(column))
                .param("state", state)
                .param("partnership", partnership)
                .param("id", id)
                .param("entry", entry == null ? null : entry.name())
                .update();
    }
}
