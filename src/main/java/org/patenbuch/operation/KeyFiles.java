package org.patenbuch.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The secrets of the installation on their way back into the data folder: beside it first, in place when all is sure. */
final class KeyFiles {
    private static final String DRAFT = ".restored";

    private final List<Path> drafts;

    private KeyFiles(List<Path> drafts) {
        this.drafts = drafts;
    }

    static KeyFiles prepared(Path backup, Path dataDir) throws IOException {
        List<Path> drafts = new ArrayList<>();
        try (Stream<Path> all = Files.list(backup)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".key")).toList()) {
                Path draft = dataDir.resolve(file.getFileName() + DRAFT);
                Files.deleteIfExists(draft);
                PrivateFiles.write(draft, Files.readAllBytes(file));
                drafts.add(draft);
            }
        }
        return new KeyFiles(drafts);
    }

    /** Another key that was there is kept beside it. */
    void putInPlace() throws IOException {
        for (Path draft : drafts) {
            String name = draft.getFileName().toString();
            Path file = draft.resolveSibling(name.substring(0, name.length() - DRAFT.length()));
            if (Files.exists(file) && Files.mismatch(file, draft) >= 0) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".before-" + System.currentTimeMillis()));
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
