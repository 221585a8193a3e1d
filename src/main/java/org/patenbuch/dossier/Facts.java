package org.patenbuch.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.patenbuch.audit.Narrator;
import org.patenbuch.erasure.Person;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.privacy.PersonalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the journal says about one person, and opens what is the person's own. */
@Component
class Facts {
    private static final String EVENTS = """
            SELECT position, recorded_at, stream, type, payload FROM event
            WHERE partnership = ? AND stream = ANY (?) ORDER BY position""";

    private record Stored(long position, Instant recordedAt, String stream, String type, ObjectNode payload) {}

    private final JdbcClient jdbc;
    private final PersonalText texts;
    private final Narrator narrator;
    private final JsonMapper json;

    Facts(JdbcClient jdbc, PersonalText texts, Narrator narrator, JsonMapper json) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.narrator = narrator;
        this.json = json;
    }

    List<Dossier.Fact> of(Person person, List<String> streams, Locale language) {
        List<Stored> stored = jdbc.sql(EVENTS)
                .param(person.partnership())
                .param(streams.toArray(String[]::new))
                .query((row, n) -> new Stored(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        (ObjectNode) json.readTree(new String(row.getBytes(5), StandardCharsets.UTF_8))))
                .list();
        if (person.kind() == PersonKind.HOUSEHOLD) {
            stored = aboutHousehold(stored, person.id());
        }
        PersonalText.Opened opened =
                texts.openAll(stored.stream().flatMap(event -> sealed(event.payload(), person).values().stream()));
        return stored.stream()
                .map(event -> fact(event, person, opened, language))
                .toList();
    }

    private Dossier.Fact fact(Stored event, Person person, PersonalText.Opened opened, Locale language) {
        Map<String, @Nullable String> own = new TreeMap<>();
        sealed(event.payload(), person).forEach((field, text) -> own.put(field, opened.text(text)));
        ObjectNode data = event.payload().deepCopy();
        List<String> withheld = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : event.payload().properties()) {
            if (isSealed(field.getValue())) {
                data.remove(field.getKey());
                if (!own.containsKey(field.getKey())) {
                    withheld.add(field.getKey());
                }
            }
        }
        String sentence = narrator.tell(event.type(), event.payload(), language);
        return new Dossier.Fact(event.position(), event.recordedAt(), event.type(), sentence, data, own, withheld);
    }

    /** The sealed fields that are told to this person. */
    private static Map<String, String> sealed(ObjectNode payload, Person person) {
        Map<String, String> own = new TreeMap<>();
        payload.properties().forEach(field -> {
            if (isSealed(field.getValue()) && isTold(field.getValue().asString(), person)) {
                own.put(field.getKey(), field.getValue().asString());
            }
        });
        return own;
    }

    private static boolean isSealed(JsonNode value) {
        return value.isString() && value.asString().startsWith(PersonalText.PREFIX);
    }

    /** What is noted in a sponsorship is about the household: the sponsor is not told it (Art. 15 (4) GDPR). */
    private static boolean isTold(String sealed, Person person) {
        String[] subject =
                sealed.substring(PersonalText.PREFIX.length()).split(":")[0].split("/");
        boolean shared = subject[1].equals("sponsorship") && person.kind() == PersonKind.HOUSEHOLD;
        return shared || person.owns(subject[1], subject[2]);
    }

    /** Of the sheets of its sponsors only what was done with this household. */
    private static List<Stored> aboutHousehold(List<Stored> stored, String household) {
        Set<String> entries = new HashSet<>();
        return stored.stream()
                .filter(event ->
                        !event.stream().startsWith("timesheet/") || isAbout(event.payload(), household, entries))
                .toList();
    }

    private static boolean isAbout(ObjectNode payload, String household, Set<String> entries) {
        JsonNode entry = payload.get("entryId");
        if (payload.has("householdId") && payload.get("householdId").asString().equals(household)) {
            entries.add(entry.asString());
            return true;
        }
        JsonNode several = payload.get("entryIds");
        return entry != null && entries.contains(entry.asString())
                || several != null && several.valueStream().anyMatch(one -> entries.contains(one.asString()));
    }
}
