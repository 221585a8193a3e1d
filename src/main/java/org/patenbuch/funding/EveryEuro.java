package org.patenbuch.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patenbuch.fund.Files;
import org.patenbuch.projections.Check;
import org.patenbuch.projections.Found;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What came in is spent, left or lies in another fund, cent by cent: per contribution, per expense, per fund and in
 * total. The cash of funds is added up once more from the journal itself, in SQL, sharing nothing with the view.
 */
@Component
class EveryEuro implements Check {
    private static final int TOLD = 20;

    /** Each finds what is wrong, one row each: a sentence with partnership and id, nothing personal. */
    private static final List<String> QUESTIONS = List.of("""
            SELECT format('expense %s/%s: its parts are %s of %s', e.partnership, e.id, coalesce(p.cents, 0),
                e.amount_cents)
            FROM funding.expense e LEFT JOIN (
                SELECT partnership, expense_id, sum(amount_cents) AS cents FROM funding.expense_part
                WHERE until IS NULL GROUP BY 1, 2) p ON p.partnership = e.partnership AND p.expense_id = e.id
            WHERE coalesce(p.cents, 0) <> CASE WHEN e.until IS NULL THEN e.amount_cents ELSE 0 END""", """
            SELECT format('contribution %s/%s: %s paid of %s', p.partnership, p.contribution_id, p.cents,
                coalesce(c.amount_cents, 0))
            FROM (SELECT partnership, contribution_id, sum(amount_cents) AS cents FROM funding.expense_part
                WHERE until IS NULL GROUP BY 1, 2) p
            LEFT JOIN funding.contribution c ON c.partnership = p.partnership AND c.id = p.contribution_id
                AND c.kind = 'MONEY' AND c.until IS NULL
            WHERE p.cents > coalesce(c.amount_cents, 0)""", """
            SELECT format('transfer %s/%s: %s arrived of what left', partnership, id, sum(moved_cents))
            FROM funding.transfer GROUP BY partnership, id HAVING sum(moved_cents) <> 0 OR count(*) <> 2""", """
            SELECT format('fund %s/%s: %s by months, %s by the journal', coalesce(m.partnership, j.partnership),
                coalesce(m.fund_id, j.fund_id), m.cents, j.cents)
            FROM (SELECT partnership, fund_id, sum(money_cents - spent_cents + moved_cents) AS cents
                FROM funding.fund_month GROUP BY 1, 2) m
            FULL JOIN (
                SELECT partnership, p->>'fundId' AS fund_id, sum((p->>'amountCents')::bigint * CASE type
                    WHEN 'ContributionRecorded' THEN 1 WHEN 'ContributionReversed' THEN -1
                    WHEN 'ExpenseRecorded' THEN -1 WHEN 'ExpenseReversed' THEN 1
                    WHEN 'MoneyTransferredOut' THEN -1 ELSE 1 END) AS cents
                FROM (SELECT partnership, type, convert_from(payload, 'UTF8')::jsonb AS p FROM event
                    WHERE position <= (SELECT position FROM view_position WHERE view = 'funding') AND type IN (
                        'ContributionRecorded', 'ContributionReversed', 'ExpenseRecorded', 'ExpenseReversed',
                        'MoneyTransferredOut', 'MoneyTransferredIn')) e
                WHERE coalesce(p->>'kind', 'MONEY') = 'MONEY'
                GROUP BY 1, 2) j ON j.partnership = m.partnership AND j.fund_id = m.fund_id
            WHERE coalesce(m.cents, 0) <> coalesce(j.cents, 0) OR m.cents < 0""", """
            SELECT format('partnership %s: %s in funds, %s left of contributions', b.partnership, b.cents,
                coalesce(c.cents, 0))
            FROM (SELECT partnership, sum(money_cents - spent_cents + moved_cents) AS cents
                FROM funding.fund_month GROUP BY 1) b
            LEFT JOIN (SELECT partnership, sum(cents) AS cents FROM (
                SELECT partnership, amount_cents AS cents FROM funding.contribution
                WHERE kind = 'MONEY' AND until IS NULL
                UNION ALL SELECT partnership, -amount_cents FROM funding.expense_part WHERE until IS NULL) x
                GROUP BY 1) c ON c.partnership = b.partnership
            WHERE b.cents <> coalesce(c.cents, 0)""", """
            SELECT format('pledge %s/%s: %s received by the register, %s by the journal', r.partnership, r.pledge_id,
                r.received_cents, coalesce(j.cents, 0))
            FROM pledge_received r LEFT JOIN (
                SELECT partnership, p->>'pledgeId' AS pledge_id, sum((p->>'amountCents')::bigint
                    * CASE type WHEN 'ContributionReversed' THEN -1 ELSE 1 END) AS cents
                FROM (SELECT partnership, type, convert_from(payload, 'UTF8')::jsonb AS p FROM event
                    WHERE type IN ('ContributionRecorded', 'ContributionReversed', 'ContributionLinked')) e
                GROUP BY 1, 2) j ON j.partnership = r.partnership AND j.pledge_id = r.pledge_id
            WHERE r.received_cents <> coalesce(j.cents, 0)""");

    private static final String LOOKED_AT = """
            SELECT (SELECT count(*) FROM funding.contribution) + (SELECT count(*) FROM funding.expense)
                + (SELECT count(*) FROM funding.transfer) + (SELECT count(*) FROM pledge_received)
                + (SELECT count(*) FROM funding.file)""";
    private static final String POSITION =
            "SELECT coalesce((SELECT position FROM view_position WHERE view = 'funding'), 0)";

    private final JdbcClient jdbc;
    private final Files files;
    private final TransactionTemplate oneState;

    EveryEuro(JdbcClient jdbc, Files files, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.files = files;
        oneState = new TransactionTemplate(transactions);
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public Found look() {
        return oneState.execute(status -> {
            List<String> findings = new ArrayList<>();
            QUESTIONS.forEach(question ->
                    findings.addAll(jdbc.sql(question).query(String.class).list()));
            findings.addAll(changedFiles());
            return new Found(
                    "every-euro",
                    number(POSITION),
                    number(LOOKED_AT),
                    findings.size(),
                    findings.stream().limit(TOLD).toList());
        });
    }

    /** Vouchers and evidence: the sum of each stands in the journal. */
    private List<String> changedFiles() {
        return jdbc
                .sql("SELECT partnership, id, sha256, size_bytes FROM funding.file ORDER BY 1, 2")
                .query((row, n) -> files.isWhole(row.getString(1), row.getString(3), row.getLong(4))
                        ? Optional.<String>empty()
                        : Optional.of("file %s/%s: its content is not what was attached"
                                .formatted(row.getString(1), row.getString(2))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private long number(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }
}
