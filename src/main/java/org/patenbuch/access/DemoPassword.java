package org.patenbuch.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The one password of all demo users: the one that was set, else a random one that is made at the first start and kept
 * in the data folder, readable by its owner only, so that the next start has the same.
 */
@Component
@Profile("demo")
class DemoPassword {
    static final String FILE = "demo-password";
    /** Without letters and digits that look alike. Sixteen of 31 are 79 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final String clear;

    DemoPassword(@Value("${patenbuch.demo.password:}") String set, @Value("${patenbuch.data-dir}") Path dataDir) {
        this.clear = set.isBlank() ? kept(dataDir.resolve(FILE)) : set;
    }

    String clear() {
        return clear;
    }

    private static String kept(Path file) {
        try {
            if (Files.exists(file)) return Files.readString(file).strip();
            Files.createDirectories(file.toAbsolutePath().getParent());
            String fresh = random();
            createPrivate(file);
            Files.writeString(file, fresh + System.lineSeparator(), StandardOpenOption.WRITE);
            return fresh;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, 4)
                .mapToObj(group -> random.ints(4, 0, ALPHABET.length())
                        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
