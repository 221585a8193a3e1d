package org.patenbuch.forms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * How the characters of a table are written: UTF-8 if all of it is, else Windows-1252 as older spreadsheets save it. A
 * UTF-8 file with a broken byte is not quietly read as Windows-1252, which would turn every "ü" into "Ã¼".
 */
public final class Encoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String UNUSED_IN_WINDOWS_1252 = "\u0081\u008d\u008f\u0090\u009d";
    private static final int MARK = 0xFEFF;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(1 << 13);
    private long beyondAscii;
    private long broken;
    private boolean unused;
    private boolean marked;

    private Encoding() {}

    /** Reads all of it once. */
    public static Charset of(InputStream in, String file) throws IOException {
        var encoding = new Encoding();
        byte[] bytes = new byte[1 << 13];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).limit(0);
        boolean first = true;
        int read = in.readNBytes(bytes, 0, bytes.length);
        while (read > 0) {
            encoding.look(bytes, buffer.limit(), read, first, file);
            buffer.limit(buffer.limit() + read);
            encoding.decode(buffer, false);
            buffer.compact().flip();
            first = false;
            read = in.readNBytes(bytes, buffer.limit(), bytes.length - buffer.limit());
        }
        encoding.decode(buffer, true);
        return encoding.verdict(file);
    }

    private void look(byte[] bytes, int from, int length, boolean first, String file) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == 0) {
                throw new Unreadable("import.not-text", file);
            }
            unused |= bytes[i] < 0 && UNUSED_IN_WINDOWS_1252.indexOf(bytes[i] & 0xff) >= 0;
        }
        if (first && length > 1) {
            int two = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
            if (two == MARK || two == 0xFFFE) {
                throw new Unreadable("import.not-text", file);
            }
            marked = two == 0xEFBB && length > 2 && bytes[2] == (byte) 0xBF;
        }
    }

    private void decode(ByteBuffer buffer, boolean end) {
        CoderResult result;
        do {
            decoded.clear();
            result = utf8.decode(buffer, decoded, end);
            for (int i = 0; i < decoded.position(); i++) {
                beyondAscii += decoded.get(i) > 127 && decoded.get(i) != MARK ? 1 : 0;
            }
            if (result.isError()) {
                broken++;
                buffer.position(buffer.position() + result.length());
            }
        } while (!result.isUnderflow());
    }

    private Charset verdict(String file) {
        if (broken == 0) {
            return StandardCharsets.UTF_8;
        }
        if (marked || unused || beyondAscii > broken) {
            throw new Unreadable("import.broken-encoding", file);
        }
        return WINDOWS_1252;
    }
}
