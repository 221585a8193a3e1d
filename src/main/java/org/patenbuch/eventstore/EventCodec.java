package org.patenbuch.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.privacy.PersonalText;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/**
 * Facts to stored bytes and back. The stored name of a fact is its record's simple name, so packages may move without
 * rewriting history. The mapper is our own and pinned by golden files: what was written once is read for ever, with
 * unknown fields ignored and missing ones null.
 */
@Component
public class EventCodec {
    private static final TypeReference<TreeMap<String, String>> STRINGS = new TypeReference<>() {};

    private final JsonMapper mapper;
    private final JsonMapper states;
    private final Map<String, Class<? extends LedgerEvent>> types = new HashMap<>();

    EventCodec(PersonalText personalText) {
        mapper = pinned().addModule(personalText.jacksonModule()).build();
        states = pinned().visibility(PropertyAccessor.FIELD, Visibility.ANY).build();
        facts().forEach(fact -> {
            if (types.put(fact.getSimpleName(), fact) != null) {
                throw new IllegalStateException("Two facts are stored under the name " + fact.getSimpleName());
            }
        });
    }

    /** All facts the ledger knows, by stored name. */
    public Map<String, Class<? extends LedgerEvent>> types() {
        return Map.copyOf(types);
    }

    static JsonMapper.Builder pinned() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
    }

    /** @param eventId binds sealed personal text to this event */
    public byte[] write(LedgerEvent event, String eventId) {
        return bytes(() ->
                mapper.writer().withAttribute(PersonalText.EVENT_ID, eventId).writeValueAsBytes(event));
    }

    /** @throws UnknownFact if the name was never stored by this version */
    public LedgerEvent read(String type, byte[] payload) {
        Class<? extends LedgerEvent> fact = types.get(type);
        if (fact == null) {
            throw new UnknownFact(type);
        }
        return value(() -> mapper.readValue(payload, fact));
    }

    byte[] writeMetadata(Map<String, String> metadata) {
        return bytes(() -> mapper.writeValueAsBytes(new TreeMap<>(metadata)));
    }

    Map<String, String> readMetadata(byte[] metadata) {
        return value(() -> mapper.readValue(metadata, STRINGS));
    }

    byte[] writeState(Object aggregate) {
        return bytes(() -> states.writeValueAsBytes(aggregate));
    }

    <T> T readState(byte[] state, Class<T> type) {
        return value(() -> states.readValue(state, type));
    }

    /** A stored name this version does not know: an older program meets a newer journal. It waits rather than skips. */
    public static final class UnknownFact extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownFact(String type) {
            super("The journal holds an event named " + type + " that this version does not know; run a newer version");
        }
    }

    private static Iterable<Class<? extends LedgerEvent>> facts() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourcePattern("**/*Event$*.class"); // facts lie within their interface; all else need not be read
        scanner.addIncludeFilter(new AssignableTypeFilter(LedgerEvent.class));
        return scanner.findCandidateComponents("org.patenbuch").stream()
                .<Class<? extends LedgerEvent>>map(definition -> factNamed(definition.getBeanClassName()))
                .filter(Class::isRecord)
                .toList();
    }

    private static Class<? extends LedgerEvent> factNamed(String className) {
        try {
            return Class.forName(className).asSubclass(LedgerEvent.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static byte[] bytes(Reading<byte[]> writing) {
        return value(writing);
    }

    private static <T> T value(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof Rejected whileSealing) {
                throw whileSealing;
            }
            throw new IllegalArgumentException(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
