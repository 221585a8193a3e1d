package org.patenbuch.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once for this machine from the archive the application carries. */
record Programs(Path folder) {
    private static final String NAME = "programs-";
    private static final String SIZE = "bytes-in-all";

    /** Unpacks into a folder beside the others unless it is there, whole. */
    static Programs unpack(URL archive, Path into) throws IOException {
        Path folder = into.resolve(NAME + fingerprint(archive));
        if (!whole(folder)) {
            FileSystemUtils.deleteRecursively(folder);
            Path draft = into.resolve(folder.getFileName() + ".unfinished-"
                    + ProcessHandle.current().pid());
            FileSystemUtils.deleteRecursively(draft);
            try (InputStream packed = archive.openStream()) {
                extract(packed, draft);
                Files.writeString(draft.resolve(SIZE), Long.toString(size(draft)), StandardOpenOption.CREATE_NEW);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException another) { // a move onto a folder says "not empty" in no class of its own
                FileSystemUtils.deleteRecursively(draft);
                if (!whole(folder)) throw another;
            }
        }
        return new Programs(folder);
    }

    /** A thousand files are not forced to disk one by one: after a power failure some are empty, and the sum tells. */
    private static boolean whole(Path folder) throws IOException {
        Path written = folder.resolve(SIZE);
        return Files.exists(written) && Files.readString(written).equals(Long.toString(size(folder)));
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.endsWith(SIZE))
                    .toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Removes programs of other versions and what a killed start left half unpacked. */
    void removeOthers() throws IOException {
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            for (Path other : siblings.filter(this::another).toList()) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
    }

    private boolean another(Path path) {
        return path.getFileName().toString().startsWith(NAME) && !path.equals(folder);
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    /** The archive for this machine; refused where there is none. */
    static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return archive(system, processor, Files.exists(Path.of("/etc/alpine-release")));
    }

    static URL archive(String system, String processor, boolean alpine) {
        String os = system.startsWith("mac") ? "darwin" : system;
        String cpu = processor.equals("aarch64") ? "arm_64" : processor.replace("amd64", "x86_64");
        String name = "postgres-" + os + "-" + cpu + (alpine ? "-alpine_linux" : "") + ".txz";
        URL found = Programs.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new StartRefused(
                    "Für dieses System (" + system + ", " + processor
                            + ") ist kein PostgreSQL eingebaut; nennen Sie mit"
                            + " SPRING_DATASOURCE_URL einen PostgreSQL-Server ab Version 15.",
                    "There is no built-in PostgreSQL for this system (" + system + ", " + processor + "); name a"
                            + " PostgreSQL server, version 15 or newer, with SPRING_DATASOURCE_URL.");
        }
        return found;
    }

    /** The checksum that the jar's own table of contents holds: known without reading the archive. */
    private static String fingerprint(URL archive) throws IOException {
        var jar = (JarURLConnection) archive.openConnection();
        return Long.toHexString(jar.getJarEntry().getCrc());
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        folder(target);
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("archive entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    folder(path);
                } else if (entry.isSymbolicLink()) {
                    folder(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    folder(path.getParent());
                    file(tar, path, (entry.getMode() & 0100) != 0);
                }
            }
        }
    }

    /** Readable for all whatever the umask: PostgreSQL may run under another account. */
    private static void folder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void file(InputStream content, Path path, boolean program) throws IOException {
        Files.copy(content, path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
