package org.patenbuch.bank;

import org.patenbuch.bank.BankEvent.BankStatementRecorded;
import org.patenbuch.eventstore.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads back from the journal what was decided of a statement. */
@Component
class BankJournal {
    private static final String RECORDED = """
            SELECT e.type, e.payload FROM entry n JOIN event e ON e.position = n.position
            WHERE n.partnership = ? AND n.kind = 'bank-statement' AND n.id = ?""";

    private final JdbcClient jdbc;
    private final EventCodec codec;

    BankJournal(JdbcClient jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    BankStatementRecorded statement(String partnership, String id) {
        return jdbc.sql(RECORDED)
                .params(partnership, id)
                .query((row, n) -> (BankStatementRecorded) codec.read(row.getString(1), row.getBytes(2)))
                .single();
    }
}
