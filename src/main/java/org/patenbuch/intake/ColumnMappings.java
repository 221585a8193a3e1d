package org.patenbuch.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.patenbuch.kernel.Who;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mappings of columns a partnership remembers by name. Nobody replaces what somebody else has changed meanwhile. */
@Component
class ColumnMappings {
    /** The longest name. */
    static final int LONGEST_NAME = 60;
    /** More than anyone tells apart. */
    static final int MOST = 100;

    /** @param edition made anew at each change */
    record Remembered(String name, String edition, ColumnMapping mapping, String savedBy, Instant savedAt) {}

    enum Outcome {
        KEPT,
        /** Another one is called so. */
        TAKEN,
        /** It has been changed or forgotten since it was shown. */
        CHANGED,
        TOO_MANY
    }

    private final JdbcClient jdbc;

    ColumnMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Remembered> all(String partnership) {
        return jdbc
                .sql("SELECT name, edition, kind, headings, fields, saved_by, saved_at FROM column_mapping"
                        + " WHERE partnership = ? ORDER BY saved_at DESC, edition")
                .param(partnership)
                .query((row, n) -> remembered(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Remembered> named(String partnership, String name) {
        return all(partnership).stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** @param seen editions that may be replaced, for they have been looked at */
    Outcome keep(Who who, String name, ColumnMapping mapping, List<String> seen) {
        Remembered there = named(who.partnership(), name).orElse(null);
        if (there == null) return keep(who, name, mapping);
        if (!seen.contains(there.edition())) return Outcome.TAKEN;
        return there.mapping().equals(mapping) ? Outcome.KEPT : replace(who, there.edition(), mapping);
    }

    Outcome keep(Who who, String name, ColumnMapping mapping) {
        int kept = jdbc.sql("""
                INSERT INTO column_mapping (partnership, edition, name, kind, headings, fields, saved_by)
                SELECT ?, ?, ?, ?, ?::text[], ?::text[], ?
                WHERE (SELECT count(*) FROM column_mapping WHERE partnership = ?) < ? ON CONFLICT DO NOTHING""")
                .params(
                        who.partnership(),
                        edition(),
                        name,
                        mapping.kind().name(),
                        headings(mapping),
                        fields(mapping),
                        who.userId(),
                        who.partnership(),
                        MOST)
                .update();
        if (kept == 1) return Outcome.KEPT;
        return named(who.partnership(), name).isPresent() ? Outcome.TAKEN : Outcome.TOO_MANY;
    }

    /** @param edition that was looked at */
    Outcome replace(Who who, String edition, ColumnMapping mapping) {
        int kept = jdbc.sql("""
                UPDATE column_mapping SET edition = ?, kind = ?, headings = ?::text[], fields = ?::text[],
                    saved_by = ?, saved_at = now() WHERE partnership = ? AND edition = ?""")
                .params(
                        edition(),
                        mapping.kind().name(),
                        headings(mapping),
                        fields(mapping),
                        who.userId(),
                        who.partnership(),
                        edition)
                .update();
        return kept == 1 ? Outcome.KEPT : Outcome.CHANGED;
    }

    Outcome rename(Who who, String edition, String name) {
        try {
            int renamed = jdbc.sql("UPDATE column_mapping SET edition = ?, name = ?, saved_by = ?, saved_at = now()"
                            + " WHERE partnership = ? AND edition = ?")
                    .params(edition(), name, who.userId(), who.partnership(), edition)
                    .update();
            return renamed == 1 ? Outcome.KEPT : Outcome.CHANGED;
        } catch (DuplicateKeyException taken) {
            return Outcome.TAKEN;
        }
    }

    Outcome forget(Who who, String edition) {
        int forgotten = jdbc.sql("DELETE FROM column_mapping WHERE partnership = ? AND edition = ?")
                .params(who.partnership(), edition)
                .update();
        return forgotten == 1 ? Outcome.KEPT : Outcome.CHANGED;
    }

    private static String edition() {
        return UUID.randomUUID().toString();
    }

    private static String[] headings(ColumnMapping mapping) {
        return mapping.headings().toArray(String[]::new);
    }

    private static String[] fields(ColumnMapping mapping) {
        return mapping.columns().stream()
                .map(choice -> choice.field() == null ? "" : choice.field())
                .toArray(String[]::new);
    }

    /** Empty for a kind that a later or earlier version knows and this one does not. */
    private static Optional<Remembered> remembered(ResultSet row) throws SQLException {
        String[] headings = (String[]) row.getArray("headings").getArray();
        String[] fields = (String[]) row.getArray("fields").getArray();
        String kind = row.getString("kind");
        String name = row.getString("name");
        String edition = row.getString("edition");
        String savedBy = row.getString("saved_by");
        Instant savedAt = row.getTimestamp("saved_at").toInstant();
        return Stream.of(ImportKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .map(one -> new Remembered(name, edition, mapping(one, headings, fields), savedBy, savedAt));
    }

    /** A field that this version does not know is left out. */
    private static ColumnMapping mapping(ImportKind kind, String[] headings, String[] fields) {
        List<ColumnMapping.Choice> columns = new ArrayList<>();
        for (int i = 0; i < headings.length; i++) {
            String field = kind.column(fields[i]).map(Column::field).orElse(null);
            columns.add(new ColumnMapping.Choice(headings[i], field));
        }
        return new ColumnMapping(kind, columns);
    }
}
