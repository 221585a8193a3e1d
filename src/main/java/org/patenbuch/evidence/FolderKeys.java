package org.patenbuch.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/** {@code evidence.key} in the data folder, and beside it the one that is about to take its place. */
final class FolderKeys implements KeyPlace {
    private final Path file;
    private final Path next;

    FolderKeys(Path folder) {
        file = folder.resolve("evidence.key");
        next = folder.resolve("evidence.key.next");
    }

    @Override
    public Signs first() {
        return SigningKey.readOrMake(file);
    }

    @Override
    public Optional<Signs> find(byte[] raw) {
        if (holds(next, raw)) {
            move(next, file);
        }
        return holds(file, raw) ? Optional.of(first()) : Optional.empty();
    }

    @Override
    public Signs next(byte[] signing) {
        return SigningKey.readOrMake(next);
    }

    private static boolean holds(Path file, byte[] raw) {
        return Files.exists(file) && Arrays.equals(SigningKey.readOrMake(file).raw(), raw);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
