package org.patenbuch.projections;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares a view with the one built beside it, row by row and column by column, in one state of the database. */
@Component
class Comparison {
    private static final int FINDINGS_SHOWN = 20;
    private static final String TABLES = """
            SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(?) AND relkind = 'r' ORDER BY 1""";
    private static final String DIFFERENT = """
            SELECT what, to_jsonb(d) ->> 'partnership', coalesce(to_jsonb(d) ->> 'id', ''), count(*) OVER ()
            FROM (SELECT 'wrong' AS what, * FROM (SELECT * FROM %1$s EXCEPT ALL SELECT * FROM %2$s) w
                  UNION ALL
                  SELECT 'missing', * FROM (SELECT * FROM %2$s EXCEPT ALL SELECT * FROM %1$s) m) d
            LIMIT %3$d""";

    private final JdbcClient jdbc;
    private final Positions positions;
    private final TransactionTemplate oneState;

    Comparison(JdbcClient jdbc, Positions positions, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.positions = positions;
        oneState = new TransactionTemplate(transactions);
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record Difference(String text, long ofAll) {}

    Found of(String view) {
        return oneState.execute(transaction -> {
            List<String> findings = new ArrayList<>();
            long rows = 0;
            long different = 0;
            for (String table : jdbc.sql(TABLES).param(view).query(String.class).list()) {
                rows += count(view + "." + table);
                List<Difference> found = different(view, table);
                different += found.isEmpty() ? 0 : found.getFirst().ofAll();
                found.stream().map(Difference::text).forEach(findings::add);
            }
            return new Found(
                    view,
                    positions.of(view).position(),
                    rows,
                    different,
                    findings.stream().limit(FINDINGS_SHOWN).toList());
        });
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private List<Difference> different(String view, String table) {
        String live = view + "." + table;
        return jdbc.sql(DIFFERENT.formatted(live, Aside.schema(view) + "." + table, FINDINGS_SHOWN))
                .query((row, n) -> new Difference(
                        "%s: %s %s/%s".formatted(live, row.getString(1), row.getString(2), row.getString(3)),
                        row.getLong(4)))
                .list();
    }
}
