package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What a witness keeps in its folder: its own key, and of each journal the key it trusts and the last checkpoint it saw. */
final class WitnessState {
    private final Path folder;

    WitnessState(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    SigningKey ownKey() {
        return SigningKey.readOrMake(folder.resolve("witness.key"));
    }

    /** The key of a journal seen before; null the first time. */
    @Nullable
    VerifierKey trusted(String origin) throws IOException {
        Path file = file(origin, ".key");
        try {
            return Files.exists(file) ? VerifierKey.parse(Files.readString(file)) : null;
        } catch (Malformed broken) {
            throw new IOException(file.toString(), broken);
        }
    }

    /** The last checkpoint that was seen; null the first time. */
    @Nullable
    Note last(String origin) throws IOException {
        Path file = file(origin, ".txt");
        try {
            return Files.exists(file) ? Note.parse(Files.readAllBytes(file)) : null;
        } catch (Malformed broken) {
            throw new IOException(file.toString(), broken);
        }
    }

    /** Before anything is given away: a witness that forgets what it has signed is none. */
    void keep(VerifierKey key, Note cosigned) throws IOException {
        write(file(key.name(), ".key"), key + "\n");
        write(file(key.name(), ".txt"), cosigned.toString());
    }

    private void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(folder, "witness", ".draft");
        Files.writeString(draft, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String origin, String ending) {
        return folder.resolve(origin.replaceAll("[^A-Za-z0-9._-]", "_") + ending);
    }
}
