package org.patenbuch.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankEvent;
import org.patenbuch.bank.BankEvent.BankLineAssigned;
import org.patenbuch.bank.BankEvent.BankLineRecorded;
import org.patenbuch.bank.BankEvent.BankLineReleased;
import org.patenbuch.bank.BankEvent.BankLineSetAside;
import org.patenbuch.bank.BankEvent.BankStatementRecorded;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.fund.FundEvent.ContributionReversed;
import org.patenbuch.fund.FundEvent.ExpenseReversed;
import org.patenbuch.kernel.Personal;
import org.patenbuch.projections.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps every booking of the bank and what it turned out to be. A few hundred a year, so each is a row by itself. */
@Component
class MatchingView implements View {
    static final String NAME = "matching";

    private static final String LINE = """
            INSERT INTO matching.line (partnership, id, account, statement_id, booked_on, value_on, amount_cents,
                reference, end_to_end, other_name, other_iban, purpose, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String STATEMENT = """
            INSERT INTO matching.statement (partnership, id, account, name, from_day, to_day, opening_cents,
                closing_cents, recorded, known, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OUTCOME = """
            INSERT INTO matching.outcome (partnership, line_id, status, entry, entry_id, reason, since)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;

    MatchingView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void hear(List<Entry> batch) {
        for (Entry entry : batch) {
            String partnership = entry.partnership();
            long at = entry.position();
            switch (entry.event()) {
                case BankEvent event -> hear(event, partnership, at);
                case ContributionReversed e -> reversed(partnership, "CONTRIBUTION", e.contributionId(), at);
                case ExpenseReversed e -> reversed(partnership, "EXPENSE", e.expenseId(), at);
                default -> {}
            }
        }
    }

    private void hear(BankEvent heard, String partnership, long at) {
        switch (heard) {
            case BankLineRecorded e -> recorded(e, partnership, at);
            case BankStatementRecorded e -> recorded(e, partnership, at);
            case BankLineAssigned e ->
                jdbc.sql(OUTCOME)
                        .params(partnership, e.lineId(), "ASSIGNED", e.entry().name(), e.entryId(), null, at)
                        .update();
            case BankLineSetAside e ->
                jdbc.sql(OUTCOME)
                        .params(partnership, e.lineId(), "ASIDE", null, null, e.reason(), at)
                        .update();
            case BankLineReleased e ->
                jdbc.sql(
                                "UPDATE matching.outcome SET until = ? WHERE partnership = ? AND line_id = ? AND until IS NULL")
                        .params(at, partnership, e.lineId())
                        .update();
        }
    }

    private void recorded(BankLineRecorded e, String partnership, long at) {
        jdbc.sql(LINE)
                .params(
                        partnership,
                        e.lineId(),
                        e.account(),
                        e.statementId(),
                        e.bookedOn(),
                        e.valueOn(),
                        e.amountCents(),
                        e.reference(),
                        sealed(e.endToEnd()),
                        sealed(e.otherName()),
                        sealed(e.otherIban()),
                        sealed(e.purpose()),
                        at)
                .update();
    }

    private static @Nullable String sealed(@Nullable Personal text) {
        return text == null ? null : text.sealed();
    }

    private void recorded(BankStatementRecorded e, String partnership, long at) {
        jdbc.sql(STATEMENT)
                .params(
                        partnership,
                        e.statementId(),
                        e.account(),
                        e.name(),
                        e.from(),
                        e.to(),
                        e.openingCents(),
                        e.closingCents(),
                        e.recorded(),
                        e.known(),
                        at)
                .update();
    }

    private void reversed(String partnership, String entry, String entryId, long at) {
        jdbc.sql("""
                        UPDATE matching.outcome SET until = ?
                        WHERE partnership = ? AND entry = ? AND entry_id = ? AND until IS NULL""").params(at, partnership, entry, entryId).update();
    }
}
