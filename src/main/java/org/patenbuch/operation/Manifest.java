package org.patenbuch.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.patenbuch.operation.Tables.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one part of a backup holds: {@code manifest.json}.
 *
 * @param migrations which shape the tables had
 * @param files SHA-256 of each file, so that a backup that has suffered is known before anything is put back
 * @param sequences the last value of each
 */
record Manifest(
        int version,
        String installation,
        String madeAt,
        String migrations,
        List<Table> tables,
        Map<String, String> files,
        Map<String, Long> sequences) {
    static final int VERSION = 1;
    private static final String NAME = "manifest.json";
    private static final JsonMapper JSON = new JsonMapper();

    void write(Path folder) throws IOException {
        PrivateFiles.write(
                folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    /** @throws NotABackup if it is none, of a later version, or a file of it is missing or was changed */
    static Manifest verified(Path folder) throws IOException {
        try {
            Manifest manifest = JSON.readValue(Files.readAllBytes(folder.resolve(NAME)), Manifest.class);
            if (manifest.version() != VERSION) {
                throw new NotABackup("backup.version", folder, manifest.version());
            }
            for (Map.Entry<String, String> file : manifest.files().entrySet()) {
                Path path = folder.resolve(file.getKey()).normalize();
                if (!path.getParent().equals(folder.normalize())
                        || !Files.isRegularFile(path)
                        || !sha256(path).equals(file.getValue())) {
                    throw new NotABackup("backup.changed", path);
                }
            }
            return manifest;
        } catch (NoSuchFileException | JacksonException none) {
            throw new NotABackup("backup.none", folder);
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest())) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) content).getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
