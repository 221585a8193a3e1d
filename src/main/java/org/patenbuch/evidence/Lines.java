package org.patenbuch.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a file of lines as bytes, never more than one line in memory. */
final class Lines {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 26;

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER];
    /** The buffer once more, a character a byte: a text finds the end of a line many bytes at a time. */
    private String read = "";

    private int at;
    private int end;

    Lines(InputStream file) {
        this.file = file;
    }

    /** The next line without its end; null after the last. */
    byte @Nullable [] next() throws IOException, Malformed {
        if (at == end && !fill()) {
            return null;
        }
        int start = at;
        toLineEnd();
        return at < end ? Arrays.copyOfRange(buffer, start, at++) : longer(start);
    }

    private byte[] longer(int start) throws IOException, Malformed {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(buffer, start, end - start);
        while (fill()) {
            int from = at;
            toLineEnd();
            line.write(buffer, from, at - from);
            if (line.size() > LONGEST) {
                throw new Malformed("a line without end");
            }
            if (at < end) {
                at++;
                return line.toByteArray();
            }
        }
        return line.toByteArray();
    }

    private void toLineEnd() {
        int found = read.indexOf('\n', at);
        at = found < 0 ? end : found;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, file.read(buffer));
        read = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        return end > 0;
    }
}
