package org.patenbuch.eventstore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables of all views: what is in them, as a sum that is equal only if every row is, and how to empty them. */
final class ViewTables {
    private static final String ALL = """
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
            WHERE table_schema IN (SELECT view FROM view_position) AND table_type = 'BASE TABLE' ORDER BY 1""";

    private ViewTables() {}

    static Map<String, String> sums(JdbcClient jdbc) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : all(jdbc)) {
            String sum = jdbc.sql("SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, E'\\n' "
                            + "ORDER BY t::text)), 'none') FROM " + table + " AS t")
                    .query(String.class)
                    .single();
            sums.put(table, sum);
        }
        return sums;
    }

    /** Empties them, and lets every view begin at the first event again. No node may be running. */
    static void forget(DatabaseLogins database) {
        DatabaseLogin owner = database.owner();
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
        jdbc.sql("TRUNCATE " + String.join(", ", all(jdbc)) + ", view_position, token_entry")
                .update();
    }

    private static List<String> all(JdbcClient jdbc) {
        return jdbc.sql(ALL).query(String.class).list();
    }
}
