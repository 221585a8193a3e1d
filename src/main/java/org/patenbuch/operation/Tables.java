package org.patenbuch.operation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the ledger's database as they are just now, for those who own them. */
final class Tables {
    private static final String ALL = """
            SELECT n.nspname, c.relname, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema$)' AND n.nspname !~ '_(aside|before)$'
              AND c.relname NOT IN ('flyway_schema_history', 'view_rebuild')
            ORDER BY 1, 2""";
    private static final String REFERENCES = """
            SELECT n.nspname || '.' || c.relname, m.nspname || '.' || d.relname FROM pg_constraint f
            JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class d ON d.oid = f.confrelid JOIN pg_namespace m ON m.oid = d.relnamespace
            WHERE f.contype = 'f' AND f.conrelid <> f.confrelid""";
    private static final String SEQUENCES = """
            SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences
            WHERE last_value IS NOT NULL AND schemaname !~ '_(aside|before)$'""";

    /** @param columns as SQL lists them; those that are computed are not among them */
    record Table(String schema, String table, String columns) {
        String name() {
            return schema + "." + table;
        }

        String sql() {
            return '"' + schema + "\".\"" + table + '"';
        }

        /** Keys are backed up apart. */
        boolean ofKeys() {
            return schema.equals("keys");
        }
    }

    private Tables() {}

    static List<Table> all(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                tables.add(new Table(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return tables;
    }

    /** Those that others refer to first. */
    static List<Table> inOrder(Connection connection, List<Table> tables) throws SQLException {
        Map<String, Set<String>> needs = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                needs.computeIfAbsent(row.getString(1), name -> new HashSet<>()).add(row.getString(2));
            }
        }
        return tables.stream()
                .sorted(Comparator.comparingInt(table -> depth(table.name(), needs)))
                .toList();
    }

    private static int depth(String table, Map<String, Set<String>> needs) {
        return needs.getOrDefault(table, Set.of()).stream()
                .mapToInt(needed -> 1 + depth(needed, needs))
                .max()
                .orElse(0);
    }

    /** Which migrations have made them, as one text. */
    static String migrations(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT string_agg(version, ' ' ORDER BY version) FROM flyway_schema_history WHERE success")) {
            row.next();
            return row.getString(1);
        }
    }

    static Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> values = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                values.put(row.getString(1), row.getLong(2));
            }
        }
        return values;
    }
}
