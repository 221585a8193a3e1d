package org.patenbuch.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Personal;
import org.springframework.stereotype.Component;

/**
 * Seals personal text on its way into the journal and opens it for those who may read it. Sealed text says whose it is,
 * which event and field it was written for, and is bound to all three:
 * {@code enc:v1:<subject>:<event id>:<field>:<base64 of nonce, ciphertext, tag>}.
 */
@Component
public class PersonalText {
    /** Attribute of the JSON writer that names the event being written. */
    public static final String EVENT_ID = "eventId";

    /** How all sealed text begins. */
    public static final String PREFIX = "enc:v1:";

    private final PersonKeys keys;

    PersonalText(PersonKeys keys) {
        this.keys = keys;
    }

    /** @return the clear text, or empty if it has been erased or there is none */
    public Optional<String> open(@Nullable String sealed) {
        return Optional.ofNullable(openAll(Stream.of(sealed)).text(sealed));
    }

    public Optional<String> open(@Nullable Personal personal) {
        return personal == null ? Optional.empty() : open(personal.sealed());
    }

    /** Destroys the key of a subject in the present transaction: whatever was sealed under it reads as erased for ever. */
    public void forget(String subject) {
        forget(List.of(subject));
    }

    public void forget(Collection<String> subjects) {
        keys.destroy(subjects);
    }

    /** The subjects that have a key, of this kind or of one of the kinds {@code kind-…}, by this id. */
    public List<String> subjectsOf(String partnership, String kind, String id) {
        return keys.of(partnership, kind, id);
    }

    /** How all text begins that is sealed under the key of this subject. */
    public static String under(String subject) {
        return PREFIX + subject + ":";
    }

    /** Opens many texts with one question for their keys: a list of 500 costs no more round trips than one. */
    public Opened openAll(Stream<@Nullable String> sealed) {
        return new Opened(keys.find(
                sealed.filter(Objects::nonNull).map(text -> text.split(":")[2]).collect(Collectors.toSet())));
    }

    /** Texts that can be read, for as long as one answer takes. */
    public static final class Opened {
        private final Map<String, SecretKey> keys;

        private Opened(Map<String, SecretKey> keys) {
            this.keys = keys;
        }

        /** @return the clear text; null if it has been erased or there is none */
        public @Nullable String text(@Nullable String sealed) {
            if (sealed == null) {
                return null;
            }
            String[] parts = sealed.split(":");
            SecretKey key = keys.get(parts[2]);
            return key == null ? null : open(key, parts[5], String.join(":", parts[2], parts[3], parts[4]));
        }

        /**
         * By which equal texts under one key are known to be equal, and which says nothing without that key.
         *
         * @return letters a to f and digits; null if the text has been erased
         */
        public @Nullable String mark(@Nullable String sealed) {
            String text = text(sealed);
            return text == null ? null : Sealing.mark(keys.get(sealed.split(":")[2]), text);
        }
    }

    private static String open(SecretKey key, String base64, String boundTo) {
        try {
            return new String(Sealing.open(key, Base64.getDecoder().decode(base64), boundTo), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed text was changed or moved: " + boundTo);
        }
    }

    private String seal(Personal personal, String eventId, String field) {
        if (personal.text() == null) {
            throw new IllegalArgumentException("There is no text to seal: " + personal);
        }
        String boundTo = String.join(":", personal.subject(), eventId, field);
        byte[] clear = personal.text().getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Sealing.seal(keys.findOrMake(personal.subject()), clear, boundTo);
        return PREFIX + boundTo + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    /** The JSON form of {@link Personal} in stored events: one sealed string. */
    public Module jacksonModule() {
        return new SimpleModule("personal text")
                .addSerializer(Personal.class, new Sealer())
                .addDeserializer(Personal.class, new Unsealer());
    }

    private final class Sealer extends StdSerializer<Personal> {
        private static final long serialVersionUID = 1L;

        Sealer() {
            super(Personal.class);
        }

        @Override
        public void serialize(Personal personal, JsonGenerator json, SerializerProvider context) throws IOException {
            String sealed = personal.sealed();
            if (sealed == null) {
                String field =
                        json.getOutputContext().pathAsPointer().toString().substring(1);
                sealed = seal(personal, (String) context.getAttribute(EVENT_ID), field);
            }
            json.writeString(sealed);
        }
    }

    private static final class Unsealer extends StdDeserializer<Personal> {
        private static final long serialVersionUID = 1L;

        Unsealer() {
            super(Personal.class);
        }

        @Override
        public Personal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String sealed = json.getValueAsString();
            if (sealed == null || !sealed.startsWith(PREFIX) || sealed.split(":").length != 6) {
                return (Personal) context.handleUnexpectedToken(Personal.class, json);
            }
            return new Personal(sealed.split(":")[2], null, sealed);
        }
    }
}
