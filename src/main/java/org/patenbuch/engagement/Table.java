package org.patenbuch.engagement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.Versions.Key;
import org.patenbuch.engagement.Versions.Version;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.projections.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of versions that hears the facts of one kind of stream: three statements a batch, however many events.
 *
 * @param <E> the facts it hears
 * @param <R> a row, without partnership and position
 */
abstract class Table<E extends LedgerEvent, R> {
    final JdbcClient jdbc;
    final String name;
    private final Class<E> facts;
    private final List<Column<R>> columns;

    Table(JdbcClient jdbc, String name, Class<E> facts, List<Column<R>> columns) {
        this.jdbc = jdbc;
        this.name = name;
        this.facts = facts;
        this.columns = columns;
    }

    /** The ids of the rows that a fact makes or changes. */
    abstract Stream<String> touched(E fact);

    abstract void hear(E fact, Entry entry, Versions<R> versions);

    abstract R row(ResultSet row) throws SQLException;

    /** Stores what the batch changed. */
    void hear(List<Entry> batch) {
        List<Entry> heard =
                batch.stream().filter(entry -> facts.isInstance(entry.event())).toList();
        if (!heard.isEmpty()) {
            Versions<R> versions = versions(stored(heard));
            heard.forEach(entry -> hear(facts.cast(entry.event()), entry, versions));
            store(versions);
        }
    }

    Versions<R> versions(Map<Key, R> stored) {
        return new Versions<>(stored);
    }

    void store(Versions<R> versions) {
        end(versions.ended());
        insert(versions.begun());
    }

    static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static @Nullable String sealed(@Nullable Personal text) {
        return text == null ? null : text.sealed();
    }

    static Key key(Entry entry, String id) {
        return new Key(entry.partnership(), id);
    }

    private Map<Key, R> stored(List<Entry> heard) {
        Set<Key> keys = new HashSet<>();
        heard.forEach(entry -> touched(facts.cast(entry.event())).forEach(id -> keys.add(key(entry, id))));
        Map<Key, R> rows = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("SELECT t.* FROM " + name + " t JOIN unnest(?::text[], ?::text[]) k(partnership, id)"
                            + " ON t.partnership = k.partnership AND t.id = k.id WHERE t.until IS NULL")
                    .param(array(keys, Key::partnership))
                    .param(array(keys, Key::id))
                    .query((row, n) -> rows.put(key(row), row(row)))
                    .list();
        }
        return rows;
    }

    /** The rows that held at the moment, in order; {@code {holds}} in a condition stands for the moment's own. */
    List<R> list(String partnership, Moment moment, Where where, String order, int limit) {
        String conditions = (" AND {holds}" + where.sql()).replace("{holds}", moment.holds());
        return jdbc.sql("SELECT * FROM " + name + " WHERE partnership = :partnership" + conditions + " ORDER BY "
                        + order + " LIMIT :limit")
                .params(where.values())
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<R> one(String partnership, Moment moment, String id) {
        return list(partnership, moment, new Where().and("id = :id", "id", id), "id", 1).stream()
                .findFirst();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("partnership"), row.getString("id"));
    }

    private void end(Map<Key, Long> ended) {
        if (!ended.isEmpty()) {
            jdbc.sql("UPDATE " + name + " t SET until = k.until::bigint"
                            + " FROM unnest(?::text[], ?::text[], ?::text[]) k(partnership, id, until)"
                            + " WHERE t.partnership = k.partnership AND t.id = k.id AND t.until IS NULL")
                    .param(array(ended.keySet(), Key::partnership))
                    .param(array(ended.keySet(), Key::id))
                    .param(array(ended.keySet(), ended::get))
                    .update();
        }
    }

    private void insert(List<Version<R>> begun) {
        var statement = jdbc.sql(insertStatement())
                .param(array(begun, version -> version.key().partnership()))
                .param(array(begun, version -> version.key().id()))
                .param(array(begun, Version::since))
                .param(array(begun, Version::until));
        for (Column<R> column : columns) {
            statement = statement.param(array(begun, version -> column.of(version.row())));
        }
        statement.update();
    }

    private String insertStatement() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String casts = columns.stream()
                .map(column -> column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
        String arrays = "?::text[]" + ", ?::text[]".repeat(columns.size() + 3);
        return "INSERT INTO %1$s (partnership, id, since, until, %2$s)"
                .concat(" SELECT partnership, id, since::bigint, until::bigint, %3$s")
                .concat(" FROM unnest(%4$s) v(partnership, id, since, until, %2$s)")
                .formatted(name, names, casts, arrays);
    }

    static <T> String[] array(Collection<T> items, Function<T, @Nullable Object> value) {
        return items.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }
}
