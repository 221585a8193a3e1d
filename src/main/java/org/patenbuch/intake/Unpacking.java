package org.patenbuch.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import org.patenbuch.forms.Unreadable;

/** A file being unpacked, stopped when it grows beyond what any table of ours can be, whatever its ZIP claims. */
final class Unpacking extends FilterInputStream {
    static final int MAX_MEGABYTES = 128;
    static final int MAX_RATIO = 100;

    private static final long MEGABYTE = 1024L * 1024;

    private final long limit;
    private long unpacked;

    Unpacking(InputStream in, ZipEntry entry) {
        super(in);
        long packed = Math.max(0, entry.getCompressedSize());
        limit = Math.min(MAX_MEGABYTES * MEGABYTE, Math.max(MEGABYTE, packed * MAX_RATIO));
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        unpacked += read;
        if (unpacked > limit) {
            throw new Unreadable("import.unpacked-too-large", MAX_MEGABYTES);
        }
    }
}
