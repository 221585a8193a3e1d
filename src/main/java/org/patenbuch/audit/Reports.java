package org.patenbuch.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.funding.Funding;
import org.patenbuch.funding.FundingView;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which reports were frozen, and what stands in them: always what was known at their position, and no person. */
@Component
class Reports {
    private static final String FROZEN = """
            SELECT e.position, e.recorded_at, e.payload, e.metadata
            FROM entry n JOIN event e ON e.position = n.position
            WHERE n.partnership = :partnership AND n.kind = 'report' AND e.position > :after
                AND e.position <= :position AND (:id::text IS NULL OR n.id = :id)
            ORDER BY e.position LIMIT :limit""";

    /**
     * @param atPosition what the ledger knew there is what the report says
     * @param recordedAt when it was frozen, {@code by} whom, a user's id, and {@code recordedAs} at which position
     */
    record Frozen(
            String id,
            String name,
            LocalDate from,
            LocalDate to,
            long atPosition,
            String by,
            Instant recordedAt,
            long recordedAs) {
        /** The question whose answer the report is. */
        Asked question() {
            return Asked.NOW.during(from, to).at(atPosition);
        }
    }

    /** What stands in the report; made again, it is the same to the last byte. */
    record Content(
            String id,
            String name,
            String partnership,
            LocalDate from,
            LocalDate to,
            Funding funding,
            Engagement engagement,
            long position,
            Instant knownAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Moments moments;
    private final FundingView funding;
    private final EngagementView engagement;

    Reports(JdbcClient jdbc, JsonMapper json, Moments moments, FundingView funding, EngagementView engagement) {
        this.jdbc = jdbc;
        this.json = json;
        this.moments = moments;
        this.funding = funding;
        this.engagement = engagement;
    }

    Page<Frozen> all(String partnership, Asked asked) {
        long after = position(Cursor.read(asked.after(), "0").getFirst());
        return moments.answer(
                asked,
                FundingView.NAME,
                partnership,
                moment -> Page.of(
                        frozen(partnership, moment, after, null, asked.pageSize() + 1),
                        asked,
                        moment,
                        last -> Cursor.of(last.recordedAs())));
    }

    Optional<Frozen> one(String partnership, String id, Asked asked) {
        return moments.answer(
                asked,
                FundingView.NAME,
                partnership,
                moment -> frozen(partnership, moment, 0, id, 1).stream().findFirst());
    }

    Content content(String partnership, Frozen report) {
        Funding money = funding.answer(partnership, report.question());
        Engagement people = engagement.answer(partnership, report.question()).sumsOnly();
        return new Content(
                report.id(),
                report.name(),
                partnership,
                report.from(),
                report.to(),
                money,
                people,
                money.position(),
                money.knownAt());
    }

    private List<Frozen> frozen(String partnership, Moment moment, long after, @Nullable String id, int limit) {
        return jdbc.sql(FROZEN)
                .param("partnership", partnership)
                .param("after", after)
                .param("position", moment.position())
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> frozen(row))
                .list();
    }

    private Frozen frozen(ResultSet row) throws SQLException {
        JsonNode fact = json.readTree(new String(row.getBytes("payload"), StandardCharsets.UTF_8));
        JsonNode circumstances = json.readTree(new String(row.getBytes("metadata"), StandardCharsets.UTF_8));
        return new Frozen(
                fact.get("reportId").asString(),
                fact.get("name").asString(),
                LocalDate.parse(fact.get("from").asString()),
                LocalDate.parse(fact.get("to").asString()),
                fact.get("position").asLong(),
                circumstances.get("actor").asString(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"));
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOfThisList) {
            throw Cursor.unknown();
        }
    }
}
