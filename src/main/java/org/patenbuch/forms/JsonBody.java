package org.patenbuch.forms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request as one JSON value (RFC 8259), or {@link Unreadable}: not UTF-8, a name twice in one object,
 * nested deeper than any form, text after the end, more than a megabyte.
 */
final class JsonBody {
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 10;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable("form.too-large", MAX_BYTES / 1024);
        }
        return bytes;
    }

    static JsonNode parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode value = STRICT.readTree(text);
            if (value.isObject()) {
                return value;
            }
        } catch (CharacterCodingException | JacksonException e) {
            throw new Unreadable("form.unreadable");
        }
        throw new Unreadable("form.not-an-object");
    }
}
