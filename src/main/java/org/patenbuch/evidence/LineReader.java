package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a line whose every key is known beforehand, byte by byte: there is one way to write it, and another is refused.
 * A general reader of JSON would let two different lines say the same.
 */
final class LineReader {
    private static final int LONGEST_NUMBER = 18;

    private final byte[] line;
    private int at;

    LineReader(byte[] line) {
        this.line = line;
    }

    private void expect(String literal) throws Malformed {
        for (int i = 0; i < literal.length(); i++) {
            if (at == line.length || line[at++] != literal.charAt(i)) {
                throw new Malformed("expected " + literal);
            }
        }
    }

    long number(String before) throws Malformed {
        expect(before);
        int start = at;
        long number = 0;
        while (at < line.length && line[at] >= '0' && line[at] <= '9') {
            number = number * 10 + line[at++] - '0';
        }
        int digits = at - start;
        if (digits == 0 || digits > LONGEST_NUMBER || digits > 1 && line[start] == '0') {
            throw new Malformed("no number after " + before);
        }
        return number;
    }

    String text(String before) throws Malformed {
        int start = begin(before);
        return plain()
                ? new String(line, start, at++ - start, StandardCharsets.UTF_8)
                : new String(unescaped(start), StandardCharsets.UTF_8);
    }

    /** The bytes of a text, its escapes undone. */
    byte[] bytes(String before) throws Malformed {
        int start = begin(before);
        return plain() ? Arrays.copyOfRange(line, start, at++) : unescaped(start);
    }

    private int begin(String before) throws Malformed {
        expect(before);
        expect("\"");
        return at;
    }

    /** Goes on to the end of a text, or to its first escape; whether it is the end. */
    private boolean plain() throws Malformed {
        while (at < line.length) {
            byte c = line[at];
            if (c == '"' || c == '\\') {
                return c == '"';
            }
            printable(c);
            at++;
        }
        throw new Malformed("a text without end");
    }

    private static byte printable(byte c) throws Malformed {
        if (c >= 0 && c < ' ') {
            throw new Malformed("a control character");
        }
        return c;
    }

    /** Whether a value is {@code null}; then it has been read. */
    boolean isNull(String before) throws Malformed {
        int start = at;
        expect(before);
        if (at < line.length && line[at] == 'n') {
            expect("null");
            return true;
        }
        at = start;
        return false;
    }

    void end(String last) throws Malformed {
        expect(last);
        if (at != line.length) {
            throw new Malformed("more after the end");
        }
    }

    /** A text of which everything up to here is plain. */
    private byte[] unescaped(int start) throws Malformed {
        byte[] text = new byte[line.length - start];
        int length = at - start;
        System.arraycopy(line, start, text, 0, length);
        while (at < line.length) {
            byte c = line[at++];
            if (c == '"') {
                return Arrays.copyOf(text, length);
            }
            text[length++] = c == '\\' ? escaped() : printable(c);
        }
        throw new Malformed("a text without end");
    }

    private byte escaped() throws Malformed {
        int c = at < line.length ? line[at++] : -1;
        return switch (c) {
            case '"', '\\' -> (byte) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> control();
            default -> throw new Malformed("an unknown escape");
        };
    }

    /** What has no letter of its own below the space; all else needs no escape. */
    private byte control() throws Malformed {
        String hex = new String(line, at, Math.min(4, line.length - at), StandardCharsets.ISO_8859_1);
        if (!hex.matches("00[01][0-9a-f]")) {
            throw new Malformed("an escape that is not needed");
        }
        at += 4;
        return Byte.parseByte(hex, 16);
    }
}
