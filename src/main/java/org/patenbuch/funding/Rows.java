package org.patenbuch.funding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one batch, written with one statement: one array for each column, however many rows there are. */
final class Rows {
    private final String statement;
    private final List<String> types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /**
     * @param statement with {@code %s} where the rows are to stand as a table
     * @param types of the columns, in order
     */
    private Rows(String statement, List<String> types) {
        this.types = types;
        this.statement = statement.formatted(
                types.stream().map("?::%s[]"::formatted).collect(Collectors.joining(", ", "unnest(", ")")));
    }

    /** @param columns as in a table's definition: {@code "id text, since bigint"} */
    static Rows into(String table, String columns) {
        return into(table, columns, "");
    }

    /** @param conflict what to do with a row that is there already */
    static Rows into(String table, String columns, String conflict) {
        String names = names(columns).collect(Collectors.joining(", "));
        return new Rows(
                "INSERT INTO %s (%s) SELECT * FROM %%s %s".formatted(table, names, conflict),
                words(columns).map(words -> words[1]).toList());
    }

    /** @param columns what the statement's rows {@code r} are called and of which type they are */
    static Rows with(String statement, String columns) {
        String alias = names(columns).collect(Collectors.joining(", ", "%s AS r (", ")"));
        return new Rows(
                statement.formatted(alias),
                words(columns).map(words -> words[1]).toList());
    }

    private static Stream<String> names(String columns) {
        return words(columns).map(words -> words[0]);
    }

    private static Stream<String[]> words(String columns) {
        return Arrays.stream(columns.strip().split("\\s*,\\s*")).map(column -> column.split(" "));
    }

    void add(@Nullable Object... row) {
        rows.add(row);
    }

    void write(JdbcClient jdbc) {
        if (rows.isEmpty()) {
            return;
        }
        var bound = jdbc.sql(statement);
        for (int column = 0; column < types.size(); column++) {
            bound = bound.param(column(column));
        }
        bound.update();
    }

    /** Numbers as numbers; everything else as text, which PostgreSQL reads as the column's type. */
    private Object column(int column) {
        return switch (types.get(column).toLowerCase(Locale.ROOT)) {
            case "bigint" -> rows.stream().map(row -> (Long) row[column]).toArray(Long[]::new);
            case "integer" -> rows.stream().map(row -> (Integer) row[column]).toArray(Integer[]::new);
            default ->
                rows.stream()
                        .map(row -> row[column] == null ? null : row[column].toString())
                        .toArray(String[]::new);
        };
    }
}
