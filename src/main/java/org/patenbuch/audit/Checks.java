package org.patenbuch.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.funding.FundingView;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which entries of the journal are to be looked at, and which have been. A sample is drawn by a rule anyone can repeat:
 * of all entries, those whose SHA-256 of {@code seed/position} comes first.
 */
@Component
class Checks {
    /** What auditors and reports wrote about the record is not part of what is to be checked. */
    private static final String POPULATION = """
            FROM event WHERE partnership = :partnership AND position <= :position
                AND type NOT IN ('CheckMarkAdded', 'ReportFrozen') AND (:type::text IS NULL OR type = :type)
                AND position > :after""";

    private static final String DRAWN = "SELECT position, type, stream, recorded_at " + POPULATION
            + " ORDER BY sha256(convert_to(:seed || '/' || position, 'UTF8')) LIMIT :size";
    private static final String MARKS = """
            SELECT e.position, e.recorded_at, e.payload, e.metadata
            FROM entry n JOIN event e ON e.position = n.position
            WHERE n.partnership = :partnership AND n.kind = 'check-mark' AND e.position <= :position
            ORDER BY e.position""";

    /** @param by a user's id; {@code recordedAs} the position of the mark itself */
    record Mark(
            String id,
            long position,
            String finding,
            @Nullable String note,
            String by,
            Instant recordedAt,
            long recordedAs) {}

    /** @param mark the last one; null while nobody has looked at it */
    record Drawn(
            long position,
            String type,
            String stream,
            Instant recordedAt,
            @Nullable Mark mark) {}

    /**
     * @param population how many entries there were to draw from
     * @param checked how many of the drawn ones have been looked at, {@code objections} how many of them with an objection
     * @param checkedOfAll how many of the whole population have been
     */
    record Sample(
            String seed,
            List<Drawn> items,
            long population,
            long checked,
            long objections,
            long checkedOfAll,
            long position,
            Instant knownAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Moments moments;
    private final PersonalText texts;

    Checks(JdbcClient jdbc, JsonMapper json, Moments moments, PersonalText texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.moments = moments;
        this.texts = texts;
    }

    /** Marks count as far as they were known at the moment asked for. */
    Sample draw(String partnership, SampleQuestion wanted, Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            long upTo = wanted.upTo() == null ? moment.position() : Math.min(wanted.upTo(), moment.position());
            Map<Long, Mark> marks = new HashMap<>();
            marks(partnership, moment.position()).forEach(mark -> marks.put(mark.position(), mark));
            List<Drawn> items = new ArrayList<>(drawn(partnership, wanted, upTo, marks));
            items.sort((one, other) -> Long.compare(one.position(), other.position()));
            List<Mark> found =
                    items.stream().map(Drawn::mark).filter(mark -> mark != null).toList();
            return new Sample(
                    wanted.seed(),
                    items,
                    population(partnership, wanted, upTo, Set.of()),
                    found.size(),
                    found.stream()
                            .filter(mark -> mark.finding().equals("OBJECTION"))
                            .count(),
                    marks.isEmpty() ? 0 : population(partnership, wanted, upTo, marks.keySet()),
                    moment.position(),
                    moment.knownAt());
        });
    }

    private List<Drawn> drawn(String partnership, SampleQuestion wanted, long upTo, Map<Long, Mark> marks) {
        return ask(DRAWN, partnership, wanted, upTo)
                .param("seed", wanted.seed())
                .param("size", wanted.size())
                .query((row, n) -> new Drawn(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        marks.get(row.getLong(1))))
                .list();
    }

    /** @param only count these positions only; all where there are none */
    private long population(String partnership, SampleQuestion wanted, long upTo, Set<Long> only) {
        String among = only.isEmpty() ? "" : " AND position = ANY (string_to_array(:only, ' ')::bigint[])";
        return ask("SELECT count(*) " + POPULATION + among, partnership, wanted, upTo)
                .param(
                        "only",
                        String.join(" ", only.stream().map(String::valueOf).toList()))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec ask(String sql, String partnership, SampleQuestion wanted, long upTo) {
        return jdbc.sql(sql)
                .param("partnership", partnership)
                .param("type", wanted.type())
                .param("after", wanted.fromPosition() == null ? 0 : wanted.fromPosition())
                .param("position", upTo);
    }

    /** Every mark known by then, in order. */
    List<Mark> marks(String partnership, long position) {
        return jdbc.sql(MARKS)
                .param("partnership", partnership)
                .param("position", position)
                .query((row, n) -> mark(row))
                .list();
    }

    /** The last marks, the newest first. */
    List<Mark> last(String partnership, int limit) {
        List<Mark> all = marks(partnership, Long.MAX_VALUE);
        return all.reversed().stream().limit(limit).toList();
    }

    private Mark mark(ResultSet row) throws SQLException {
        JsonNode fact = json.readTree(new String(row.getBytes("payload"), StandardCharsets.UTF_8));
        JsonNode circumstances = json.readTree(new String(row.getBytes("metadata"), StandardCharsets.UTF_8));
        JsonNode note = fact.get("note");
        return new Mark(
                fact.get("checkMarkId").asString(),
                fact.get("position").asLong(),
                fact.get("finding").asString(),
                note == null || note.isNull()
                        ? null
                        : texts.open(note.asString()).orElse(null),
                circumstances.get("actor").asString(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"));
    }
}
