package org.patenbuch.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.audit.Narrator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of consents: which household agreed to what and when, who recorded it, and where it is still open. */
@Component
class Consents {
    private static final String LOG = """
            SELECT h.household_id, e.position, e.recorded_at, e.type, e.payload,
                   convert_from(e.metadata, 'UTF8')::jsonb ->> 'actor'
            FROM (SELECT household_id FROM household_standing
                  WHERE partnership = :partnership AND household_id > :after ORDER BY 1 LIMIT :limit) h
            JOIN event e ON e.partnership = :partnership AND e.stream = 'household/' || h.household_id
            WHERE e.type = 'HouseholdTakenIn' OR e.type LIKE '%Consent%' OR e.type LIKE 'Consent%'
            ORDER BY h.household_id, e.position""";

    /**
     * @param recordedBy the id of the user who recorded it
     * @param consent what was agreed to and when, as recorded; null where it is open
     */
    record Line(
            String householdId,
            long position,
            Instant recordedAt,
            String recordedBy,
            String type,
            String sentence,
            @Nullable JsonNode consent) {
        /** For people; ISO in the journal. */
        public @Nullable LocalDate givenOn() {
            JsonNode day = consent == null ? null : consent.get("givenOn");
            return day == null || day.isNull() ? null : LocalDate.parse(day.asString());
        }

        public @Nullable String scope() {
            JsonNode scope = consent == null ? null : consent.get("scope");
            return scope == null || scope.isNull() ? null : scope.asString();
        }
    }

    record Log(List<Line> items, @Nullable String next) {}

    private final JdbcClient jdbc;
    private final Narrator narrator;
    private final JsonMapper json;

    Consents(JdbcClient jdbc, Narrator narrator, JsonMapper json) {
        this.jdbc = jdbc;
        this.narrator = narrator;
        this.json = json;
    }

    /** @param limit how many households */
    Log page(String partnership, @Nullable String after, int limit, Locale language) {
        List<Line> lines = jdbc.sql(LOG)
                .param("partnership", partnership)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query((row, n) -> {
                    JsonNode payload = json.readTree(new String(row.getBytes(5), StandardCharsets.UTF_8));
                    return new Line(
                            row.getString(1),
                            row.getLong(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(6),
                            row.getString(4),
                            narrator.tell(row.getString(4), payload, language),
                            payload.get("consent"));
                })
                .list();
        long households = lines.stream().map(Line::householdId).distinct().count();
        return new Log(lines, households < limit ? null : lines.getLast().householdId());
    }
}
