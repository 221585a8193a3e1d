package org.patenbuch.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files of a pack one after the other and keeps the hash of each. */
final class PackZip implements AutoCloseable {
    /** Writes a file's content. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final Instant madeAt;
    private final Map<String, String> hashes = new TreeMap<>();

    PackZip(OutputStream out, Instant madeAt) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.madeAt = madeAt;
    }

    void file(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(madeAt));
        zip.putNextEntry(entry);
        DigestOutputStream hashed = new DigestOutputStream(zip, Sha256.digest());
        content.to(hashed);
        zip.closeEntry();
        hashes.put(name, HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
    }

    void file(String name, String text) throws IOException {
        file(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    Map<String, String> hashes() {
        return hashes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
