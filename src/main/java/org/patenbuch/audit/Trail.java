package org.patenbuch.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.Sight;
import org.patenbuch.eventstore.Horizon;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.evidence.Seals;
import org.patenbuch.funding.FundingView;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journal of one partnership, in order, up to where it can no longer change. */
@Component
class Trail {
    private static final String EVENTS = """
            SELECT e.position, l.no, event_id, stream, seq, type, revision, recorded_at, metadata, payload
            FROM event e LEFT JOIN evidence.leaf l ON l.position = e.position
            WHERE e.partnership = :partnership AND e.position > :after AND e.position < :before
                AND e.position <= :horizon%s
            ORDER BY e.position %s LIMIT :limit""";
    private static final int MANY = 500;
    private static final int FEW = 10;

    private final JdbcClient jdbc;
    private final Horizon horizon;
    private final Seals seals;
    private final JsonMapper json;
    private final References references;
    private final EngagementLists people;
    private final Moments moments;

    Trail(
            JdbcClient jdbc,
            Horizon horizon,
            Seals seals,
            JsonMapper json,
            References references,
            EngagementLists people,
            Moments moments) {
        this.jdbc = jdbc;
        this.horizon = horizon;
        this.seals = seals;
        this.json = json;
        this.references = references;
        this.people = people;
        this.moments = moments;
    }

    /**
     * One event as it was stored; personal text in it is sealed.
     *
     * @param entryNumber 1, 2, 3 … without gaps in the partnership; absent for the moment it takes to be sealed
     * @param sequence its place in its stream, from 0
     */
    record Recorded(
            long position,
            @Nullable Long entryNumber,
            String id,
            String stream,
            long sequence,
            String type,
            String revision,
            Instant recordedAt,
            JsonNode metadata,
            JsonNode payload) {
        /** The id of whoever recorded it. */
        String actor() {
            return metadata.path("actor").asString("");
        }
    }

    /**
     * @param next ask with {@code after} this position for what follows; absent at the end
     * @param previous ask with {@code before} this position for what came before; absent at the beginning
     */
    record Part(
            List<Recorded> items,
            @Nullable Long next,
            @Nullable Long previous,
            long position) {}

    /** What others recorded about an entry behind a position, however new it is. */
    List<Recorded> since(Who who, String entry, long position) {
        Conditions about = new Conditions();
        entry(who.partnership(), entry, about);
        return since(who, about, position);
    }

    /** The same of a whole stream. */
    List<Recorded> sinceIn(Who who, String stream, long position) {
        return since(who, new Conditions().and("e.stream = :stream", "stream", stream), position);
    }

    private List<Recorded> since(Who who, Conditions about, long position) {
        about.and("convert_from(e.metadata, 'UTF8')::json ->> 'actor' <> :asker", "asker", who.userId());
        return jdbc.sql(EVENTS.formatted(about.sql(), "ASC"))
                .params(about.values())
                .param("partnership", who.partnership())
                .param("after", position)
                .param("before", Long.MAX_VALUE)
                .param("horizon", Long.MAX_VALUE)
                .param("limit", FEW)
                .query((row, n) -> recorded(row))
                .list();
    }

    Part part(String partnership, Sought sought) {
        long upTo = upTo(partnership, sought);
        seals.await(partnership, upTo);
        Conditions conditions = conditions(partnership, sought);
        List<Recorded> found =
                new ArrayList<>(jdbc.sql(EVENTS.formatted(conditions.sql(), sought.backwards() ? "DESC" : "ASC"))
                        .params(conditions.values())
                        .param("partnership", partnership)
                        .param("after", sought.after() == null ? 0 : sought.after())
                        .param("before", sought.before() == null ? Long.MAX_VALUE : sought.before())
                        .param("horizon", upTo)
                        .param("limit", sought.size() + 1)
                        .query((row, n) -> recorded(row))
                        .list());
        boolean more = found.size() > sought.size();
        List<Recorded> items = more ? found.subList(0, sought.size()) : found;
        return sought.backwards() ? backwards(items.reversed(), more, upTo) : onward(items, more, sought, upTo);
    }

    private static Part onward(List<Recorded> items, boolean more, Sought sought, long upTo) {
        boolean first = sought.after() == null || sought.after() == 0 || items.isEmpty();
        return new Part(
                items,
                more ? items.getLast().position() : null,
                first ? null : items.getFirst().position(),
                upTo);
    }

    private static Part backwards(List<Recorded> items, boolean more, long upTo) {
        return new Part(
                items,
                items.isEmpty() ? null : items.getLast().position(),
                more ? items.getFirst().position() : null,
                upTo);
    }

    private long upTo(String partnership, Sought sought) {
        Asked asked = sought.asked();
        long complete = horizon.advance();
        return asked.looksBack() ? moments.answer(asked, FundingView.NAME, partnership, Moment::position) : complete;
    }

    private Conditions conditions(String partnership, Sought sought) {
        Conditions conditions = new Conditions()
                .and("e.type = :type", "type", sought.type())
                .and("e.stream = :stream", "stream", sought.stream())
                .and("e.position = ANY (string_to_array(:positions, ',')::bigint[])", "positions", sought.positions())
                .recorded(sought.recordedFrom(), sought.recordedTo());
        if (sought.entry() != null) {
            entry(partnership, sought.entry(), conditions);
        }
        if (sought.person() != null) {
            conditions.ofStreams(streamsOf(partnership, sought.person()), "timesheet/" + sought.person() + ".");
        }
        if (sought.source() == Sought.Way.IMPORT) {
            conditions.and("position(convert_to(:import, 'UTF8') IN e.metadata) > 0", "import", "\"import/");
        } else if (sought.source() != null) {
            conditions.says("source", "source", sought.source().name().toLowerCase(Locale.ROOT));
        }
        return conditions
                .says("actor", "actor", sought.actor())
                .says("correlation", "batch", sought.batch())
                .onDays(sought.from(), sought.to());
    }

    private void entry(String partnership, String entry, Conditions conditions) {
        String[] named = entry.split("/", 2);
        if (named[0].equals("bank-line")) { // part of its statement: no command is named so
            conditions.ofBankLine(named[1]);
            return;
        }
        references
                .streamOf(partnership, named[0], named[1])
                .map(StreamName::path)
                .ifPresentOrElse(stream -> conditions.ofEntry(stream, entry, named[1]), conditions::never);
    }

    /** Of the person itself and of the sponsorships it is or was in. */
    private List<String> streamsOf(String partnership, String person) {
        Asked asSponsor = new Asked(null, null, null, null, null, MANY, null, null, null, person, null, null, null);
        Asked asHousehold = new Asked(null, null, null, null, null, MANY, null, null, null, null, person, null, null);
        Stream<String> sponsorships = Stream.of(asSponsor, asHousehold)
                .flatMap(asked -> people.sponsorships(partnership, Sight.EVERYTHING, asked).items().stream())
                .map(sponsorship -> "sponsorship/" + sponsorship.id());
        return Stream.concat(Stream.of("sponsor/" + person, "household/" + person), sponsorships)
                .distinct()
                .toList();
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("position"),
                row.getObject("no", Long.class),
                row.getString("event_id"),
                row.getString("stream"),
                row.getLong("seq"),
                row.getString("type"),
                row.getString("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                json(row.getBytes("metadata")),
                json(row.getBytes("payload")));
    }

    private JsonNode json(byte[] stored) {
        return json.readTree(new String(stored, StandardCharsets.UTF_8));
    }
}
