package org.patenbuch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A pack as a file: what is in it, by name, and the hash of each file that was read. */
final class PackFile implements AutoCloseable {
    static final String JOURNAL = "journal.ndjson";
    static final String EVENTS = "events.ndjson";
    static final String DIFFERENT_ROWS = "different-rows.ndjson";
    static final String CHECKPOINT = "checkpoint.txt";
    static final String KEY = "key.txt";
    static final String MANIFEST = "manifest.json";
    static final String READ_ME = "READ-ME.txt";
    static final String FUNDING = "views/funding.json";
    static final String ENGAGEMENT = "views/engagement.json";
    static final String CONSISTENCY = "consistency/";
    static final String HANDOVER = "keys/";
    static final List<String> NEEDED = List.of(JOURNAL, EVENTS, CHECKPOINT, KEY, MANIFEST);

    private static final int LARGEST_IN_MEMORY = 1 << 26;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new TreeMap<>();

    private PackFile(ZipFile zip) throws IOException {
        this.zip = zip;
        for (ZipEntry entry : zip.stream().toList()) {
            if (entries.put(entry.getName(), entry) != null) {
                throw new IOException("twice in the pack: " + entry.getName());
            }
        }
    }

    /** @throws IOException if it is no pack */
    static PackFile open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        try {
            PackFile pack = new PackFile(zip);
            for (String name : NEEDED) {
                if (!pack.has(name)) {
                    throw new IOException("not in the pack: " + name);
                }
            }
            return pack;
        } catch (IOException noPack) {
            zip.close();
            throw noPack;
        }
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    InputStream stream(String name) throws IOException {
        return zip.getInputStream(entries.get(name));
    }

    /** @return the file; null where there is none */
    byte @Nullable [] bytes(String name) throws IOException {
        if (!has(name)) {
            return null;
        }
        try (InputStream stream = stream(name)) {
            byte[] bytes = stream.readNBytes(LARGEST_IN_MEMORY);
            if (bytes.length == LARGEST_IN_MEMORY) {
                throw new IOException("too large: " + name);
            }
            return bytes;
        }
    }

    String sha256(String name) throws IOException {
        try (var stream = new DigestInputStream(stream(name), Sha256.digest())) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
