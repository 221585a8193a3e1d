package org.patenbuch.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A signed note (C2SP signed-note): a text, an empty line, and lines that sign it.
 *
 * @param text with its last line's end
 */
record Note(String text, List<Line> lines) {
    private static final String DASH = "— ";
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_LINES = 100;

    /**
     * One signature.
     *
     * @param id of the key; the first four bytes of what the line says
     * @param signature the bytes after them
     */
    record Line(String name, int id, byte[] signature) {
        @Override
        public String toString() {
            byte[] bytes = ByteBuffer.allocate(4 + signature.length)
                    .putInt(id)
                    .put(signature)
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
        }

        static Line parse(String line) throws Malformed {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            byte[] bytes =
                    parts.length == 2 && VerifierKey.isName(parts[0]) ? VerifierKey.base64(parts[1]) : new byte[0];
            if (bytes.length < 5) {
                throw new Malformed("not a line of a signature");
            }
            return new Line(parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
        }
    }

    static Note parse(byte[] bytes) throws Malformed {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return parse(text.toString());
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed("not UTF-8");
        }
    }

    static Note parse(String note) throws Malformed {
        int gap = note.lastIndexOf("\n\n");
        boolean fits = note.length() <= MOST_CHARACTERS && gap > 0 && note.endsWith("\n");
        if (!fits || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("not a signed note");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(gap + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(Line.parse(line));
            }
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new Malformed("no signature, or too many");
        }
        return new Note(note.substring(0, gap + 1), List.copyOf(lines));
    }

    /** Whether the key signed it: one line by it, and each line by it right. */
    boolean signedBy(VerifierKey key) {
        List<Line> own = lines.stream()
                .filter(line -> line.name().equals(key.name()) && line.id() == key.id())
                .toList();
        return !own.isEmpty() && own.stream().allMatch(line -> verifies(key, line.signature()));
    }

    private boolean verifies(VerifierKey key, byte[] signature) {
        return switch (key.type()) {
            case ED25519 -> key.verifies(text.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE ->
                signature.length == Cosignature.BYTES
                        && key.verifies(
                                Cosignature.message(
                                        text, ByteBuffer.wrap(signature).getLong()),
                                Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        };
    }

    Note and(Line more) {
        List<Line> all = new ArrayList<>(lines);
        all.add(more);
        return new Note(text, all);
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        lines.forEach(line -> note.append(line).append('\n'));
        return note.toString();
    }
}
