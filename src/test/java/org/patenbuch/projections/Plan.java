package org.patenbuch.projections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the database would find rows if it had very many. */
public final class Plan {
    private Plan() {}

    /** @return the plan for rows of the table on which the condition holds, made as if reading every row were no way */
    public static String of(
            JdbcClient jdbc, TransactionTemplate transactions, String table, String condition, String q) {
        return transactions.execute(open -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("EXPLAIN SELECT id FROM " + table + " WHERE " + condition)
                            .param("q", q)
                            .query(String.class)
                            .list());
        });
    }
}
