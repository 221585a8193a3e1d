package org.patenbuch.matching;

import org.patenbuch.access.Permissions;
import org.patenbuch.web.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings of the bank of which nobody has said yet what they are. */
@Configuration(proxyBeanMethods = false)
class BankTask {
    private static final String OPEN = """
            SELECT count(*) FROM (SELECT FROM matching.line l WHERE partnership = ? AND NOT EXISTS (
                SELECT FROM matching.outcome o
                WHERE o.partnership = l.partnership AND o.line_id = l.id AND o.until IS NULL) LIMIT ?) x""";

    @Bean
    static Task bankLinesToAssign(JdbcClient jdbc) {
        return new Task(
                "task.bank",
                "/money/bank",
                25,
                who -> Permissions.maySend(who.roles(), "AssignBankLine"),
                who -> jdbc.sql(OPEN)
                        .params(who.partnership(), Task.MOST + 1)
                        .query(Long.class)
                        .single());
    }
}
