package org.patenbuch.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders only their owner may read: backups hold everything. */
final class PrivateFiles {
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** @throws java.nio.file.FileAlreadyExistsException if it is there already */
    static Path folder(Path path) throws IOException {
        return Files.createDirectory(path, FOLDER);
    }

    /** To a new file. */
    static OutputStream writing(Path file) throws IOException {
        return Channels.newOutputStream(
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE));
    }

    static void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = writing(file)) {
            out.write(content);
        }
    }
}
