package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;

/**
 * An entry as it is sealed: one line of JSON in exactly this form, with the hashes of payload and metadata in place of
 * them, so that both can be withheld or erased and the line still proves that nothing is missing. The database writes
 * the same bytes ({@code evidence.entry_bytes} in V60); a test compares the two.
 *
 * @param no the entry number: 1, 2, 3 … without gaps in a partnership
 * @param event the event's id
 * @param seq its place in its stream, from 0
 * @param rev the revision of the payload
 * @param at when it was recorded, in UTC with milliseconds
 * @param payload SHA-256 of the payload's bytes in hex; so {@code meta} of the metadata
 */
record EntryLine(
        long no,
        String event,
        String stream,
        long seq,
        String type,
        String rev,
        String at,
        String payload,
        String meta) {
    private static final byte[] NO = LineReader.literal("{\"v\":1,\"no\":");
    private static final byte[] EVENT = LineReader.literal(",\"event\":\"");
    private static final byte[] STREAM = LineReader.literal(",\"stream\":\"");
    private static final byte[] SEQ = LineReader.literal(",\"seq\":");
    private static final byte[] TYPE = LineReader.literal(",\"type\":\"");
    private static final byte[] REV = LineReader.literal(",\"rev\":\"");
    private static final byte[] AT = LineReader.literal(",\"at\":\"");
    private static final byte[] PAYLOAD = LineReader.literal(",\"payload\":\"");
    private static final byte[] META = LineReader.literal(",\"meta\":\"");
    private static final byte[] END = LineReader.literal("}");

    byte[] bytes() {
        return ("{\"v\":1,\"no\":" + no + ",\"event\":" + quoted(event) + ",\"stream\":" + quoted(stream) + ",\"seq\":"
                        + seq + ",\"type\":" + quoted(type) + ",\"rev\":" + quoted(rev) + ",\"at\":" + quoted(at)
                        + ",\"payload\":" + quoted(payload) + ",\"meta\":" + quoted(meta) + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Malformed if the line is anything but what {@link #bytes} writes */
    static EntryLine parse(byte[] line) throws Malformed {
        LineReader reader = new LineReader(line);
        EntryLine entry = new EntryLine(
                reader.number(NO),
                reader.text(EVENT),
                reader.text(STREAM),
                reader.number(SEQ),
                reader.text(TYPE),
                reader.text(REV),
                reader.text(AT),
                reader.text(PAYLOAD),
                reader.text(META));
        reader.end(END);
        return entry;
    }

    /** As PostgreSQL quotes: what JSON needs and nothing more. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
