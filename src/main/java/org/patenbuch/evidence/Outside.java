package org.patenbuch.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The newest checkpoint of each partnership outside the database: a file in a folder that may lie on another disk or
 * host. By it a database put back from an older backup is known.
 */
@Component
class Outside {
    private final Path folder;

    Outside(@Value("${patenbuch.evidence.checkpoints-dir}") Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if it cannot be read: then nothing may be signed */
    Optional<Note> newest(String partnership) {
        Path file = file(partnership);
        try {
            return Files.exists(file) ? Optional.of(Note.parse(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Malformed broken) {
            throw new UncheckedIOException(new IOException("Not a checkpoint: " + file, broken));
        }
    }

    /** Whole or not at all. An older one never takes the place of a newer, whoever is late. */
    synchronized void publish(String partnership, Note note) {
        try {
            long known = newest(partnership).map(Outside::size).orElse(-1L);
            if (size(note) > known) {
                Files.createDirectories(folder);
                Path draft = Files.createTempFile(folder, partnership, ".draft");
                Files.writeString(draft, note.toString(), StandardCharsets.UTF_8, StandardOpenOption.SYNC);
                Files.move(
                        draft, file(partnership), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Path file(String partnership) {
        return folder.resolve(partnership + ".txt");
    }

    private static long size(Note note) {
        try {
            return Checkpoint.parse(note.text()).size();
        } catch (Malformed broken) {
            throw new IllegalStateException("A signed note is not a checkpoint", broken);
        }
    }
}
