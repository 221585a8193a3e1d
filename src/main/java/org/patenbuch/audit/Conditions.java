package org.patenbuch.audit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is sought in the journal, as the conditions of one statement on {@code event e}. */
final class Conditions {
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    /** The business day of an event is the first of these it has. */
    static final List<String> DAYS = List.of(
            "receivedOn",
            "paidOn",
            "on",
            "from",
            "heldOn",
            "raisedOn",
            "awardedOn",
            "completedOn",
            "bookedOn",
            "joinedOn",
            "openedOn",
            "madeOn",
            "dueOn",
            "answerBy",
            "validFrom",
            "since",
            "until");

    private static final String DAY = DAYS.stream()
            .map("convert_from(e.payload, 'UTF8')::json ->> '%s'"::formatted)
            .collect(Collectors.joining(", ", "coalesce(", ")"));

    /** A text that must stand in the stored bytes is looked for first: that is a tenth of reading them as JSON. */
    private static final String SAYS =
            "position(convert_to(:%1$sProbe, 'UTF8') IN e.%2$s) > 0 AND convert_from(e.%2$s, 'UTF8')::json ->> '%3$s' = :%1$s";

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    Conditions and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND (").append(condition).append(")");
            values.put(name, value);
        }
        return this;
    }

    /** @param field of the metadata */
    Conditions says(String field, String name, @Nullable String value) {
        if (value != null) {
            sql.append(" AND ").append(SAYS.formatted(name, "metadata", field));
            values.put(name, value);
            values.put(name + "Probe", quoted(value));
        }
        return this;
    }

    /** @param streams of one of them, or of one that begins with the prefix */
    Conditions ofStreams(List<String> streams, String prefix) {
        sql.append(" AND (e.stream IN (:streams) OR e.stream >= :prefix AND e.stream < :behind)");
        values.put("streams", streams);
        values.put("prefix", prefix);
        values.put(
                "behind", prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1));
        return this;
    }

    /** In this stream, and where it is not the entry's own, only what names the entry. */
    Conditions ofEntry(String stream, String entry, String id) {
        and("e.stream = :ofStream", "ofStream", stream);
        return stream.equals(entry) ? this : naming(id);
    }

    private Conditions naming(String id) {
        return and("position(convert_to(:named, 'UTF8') IN e.payload) > 0", "named", quoted(id));
    }

    /** What names a booking of the bank, whichever account it is of. */
    Conditions ofBankLine(String id) {
        return ofStreams(List.of("bank/"), "bank/").naming(id);
    }

    Conditions onDays(@Nullable LocalDate from, @Nullable LocalDate to) {
        and(DAY + " >= :from", "from", from == null ? null : from.toString());
        return and(DAY + " <= :to", "to", to == null ? null : to.toString());
    }

    Conditions recorded(@Nullable LocalDate from, @Nullable LocalDate to) {
        and("e.recorded_at >= :recordedFrom", "recordedFrom", from == null ? null : midnight(from));
        return and("e.recorded_at < :recordedTo", "recordedTo", to == null ? null : midnight(to.plusDays(1)));
    }

    /** Nothing fits. */
    Conditions never() {
        sql.append(" AND false");
        return this;
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return ZonedDateTime.of(day, LocalTime.MIN, HERE).toOffsetDateTime();
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> values() {
        return values;
    }
}
