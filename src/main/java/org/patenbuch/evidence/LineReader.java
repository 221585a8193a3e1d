package org.patenbuch.evidence;

import java.io.ByteArrayOutputStream;
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
        return new String(bytes(before), StandardCharsets.UTF_8);
    }

    /** The bytes of a text, its escapes undone. */
    byte[] bytes(String before) throws Malformed {
        expect(before);
        expect("\"");
        int start = at;
        while (at < line.length && line[at] != '"' && line[at] != '\\') {
            if (line[at++] >= 0 && line[at - 1] < ' ') {
                throw new Malformed("a control character after " + before);
            }
        }
        return at < line.length && line[at] == '"' ? Arrays.copyOfRange(line, start, at++) : unescaped(start, before);
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

    private byte[] unescaped(int start, String before) throws Malformed {
        ByteArrayOutputStream text = new ByteArrayOutputStream(line.length - start);
        int copied = start;
        while (at < line.length) {
            byte c = line[at++];
            if (c >= 0 && c < ' ') {
                throw new Malformed("a control character after " + before);
            }
            if (c == '"' || c == '\\') {
                text.write(line, copied, at - 1 - copied);
                if (c == '"') {
                    return text.toByteArray();
                }
                escape(text);
                copied = at;
            }
        }
        throw new Malformed("a text without end after " + before);
    }

    private void escape(ByteArrayOutputStream text) throws Malformed {
        int c = at < line.length ? line[at++] : -1;
        int plain = "\"\\bfnrt".indexOf(c);
        if (plain >= 0) {
            text.write("\"\\\b\f\n\r\t".charAt(plain));
        } else if (c == 'u' && at + 4 <= line.length) {
            String hex = new String(line, at, 4, StandardCharsets.ISO_8859_1);
            if (!hex.matches("00[01][0-9a-f]")) {
                throw new Malformed("an escape that is not needed");
            }
            text.write(Integer.parseInt(hex, 16));
            at += 4;
        } else {
            throw new Malformed("an unknown escape");
        }
    }
}
