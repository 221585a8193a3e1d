package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a line whose every key is known beforehand, byte by byte: there is one way to write it, and another is refused.
 * A general reader of JSON would let two different lines say the same.
 */
final class LineReader {
    private static final int LONGEST_NUMBER = 18;

    /** The bytes that stand for themselves in a text. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = c != '"' && c != '\\';
        }
    }

    private final byte[] line;
    private int at;

    LineReader(byte[] line) {
        this.line = line;
    }

    /** What stands in every line, as bytes. */
    static byte[] literal(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void expect(byte[] literal) throws Malformed {
        if (!isNext(literal)) {
            throw new Malformed("expected " + new String(literal, StandardCharsets.US_ASCII));
        }
        at += literal.length;
    }

    private boolean isNext(byte[] literal) {
        int end = at + literal.length;
        return end <= line.length && Arrays.equals(line, at, end, literal, 0, literal.length);
    }

    long number(byte[] before) throws Malformed {
        expect(before);
        int start = at;
        long number = 0;
        while (at < line.length && line[at] >= '0' && line[at] <= '9') {
            number = number * 10 + line[at++] - '0';
        }
        int digits = at - start;
        if (digits == 0 || digits > LONGEST_NUMBER || digits > 1 && line[start] == '0') {
            throw new Malformed("no number");
        }
        return number;
    }

    /** @param before up to the quotation mark in which the text begins */
    String text(byte[] before) throws Malformed {
        expect(before);
        int start = at;
        return plain()
                ? new String(line, start, at++ - start, StandardCharsets.UTF_8)
                : new String(unescaped(start), StandardCharsets.UTF_8);
    }

    /** The bytes of a text, its escapes undone. */
    byte[] bytes(byte[] before) throws Malformed {
        expect(before);
        int start = at;
        return plain() ? Arrays.copyOfRange(line, start, at++) : unescaped(start);
    }

    /** Goes on to the end of a text, or to its first escape; whether it is the end. */
    private boolean plain() throws Malformed {
        int i = at;
        while (i < line.length && PLAIN[line[i] & 0xff]) {
            i++;
        }
        at = i;
        return special() == '"';
    }

    /** What stands here and is not plain. */
    private byte special() throws Malformed {
        if (at == line.length) {
            throw new Malformed("a text without end");
        }
        if (line[at] != '"' && line[at] != '\\') {
            throw new Malformed("a control character");
        }
        return line[at];
    }

    /** Whether this comes next; then it has been read. */
    boolean skips(byte[] literal) {
        boolean next = isNext(literal);
        at += next ? literal.length : 0;
        return next;
    }

    void end(byte[] last) throws Malformed {
        expect(last);
        if (at != line.length) {
            throw new Malformed("more after the end");
        }
    }

    /** A text of which everything up to here is plain, and here is an escape. */
    private byte[] unescaped(int start) throws Malformed {
        byte[] text = new byte[line.length - start];
        int length = at - start;
        System.arraycopy(line, start, text, 0, length);
        for (int i = at; i < line.length; i++) {
            byte b = line[i];
            if (!PLAIN[b & 0xff]) {
                at = i;
                if (special() == '"') {
                    at++;
                    return Arrays.copyOf(text, length);
                }
                at++;
                b = escaped();
                i = at - 1;
            }
            text[length++] = b;
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
