package org.patenbuch.operation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The triggers that let nobody change what was recorded: off for the one transaction that puts a backup back. */
final class Guards {
    private static final String TRIGGERS = """
            SELECT format('%I.%I', n.nspname, c.relname), format('%I', t.tgname), t.tgenabled::text FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgenabled <> 'D'""";

    private record Trigger(String table, String name, String enabled) {
        String word() {
            return switch (enabled) {
                case "A" -> "ENABLE ALWAYS";
                case "R" -> "ENABLE REPLICA";
                default -> "ENABLE";
            };
        }
    }

    private final List<Trigger> triggers;

    private Guards(List<Trigger> triggers) {
        this.triggers = triggers;
    }

    static Guards off(Connection connection) throws SQLException {
        List<Trigger> triggers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRIGGERS)) {
            while (row.next()) {
                triggers.add(new Trigger(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        Guards guards = new Guards(triggers);
        guards.alter(connection, true);
        return guards;
    }

    void on(Connection connection) throws SQLException {
        alter(connection, false);
    }

    private void alter(Connection connection, boolean off) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Trigger trigger : triggers) {
                String word = off ? "DISABLE" : trigger.word();
                statement.execute("ALTER TABLE %s %s TRIGGER %s".formatted(trigger.table(), word, trigger.name()));
            }
        }
    }
}
