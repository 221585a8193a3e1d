package org.patenbuch.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for a text in the bytes of files, as it is and as a database writes bytes; what is packed is unpacked first. */
final class Marks {
    private final List<byte[]> sought;

    Marks(String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.UTF_8);
        sought = List.of(bytes, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.UTF_8));
    }

    /** The files below the folder, written since, that hold it. */
    List<Path> in(Path folder, FileTime since) throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                if (Files.getLastModifiedTime(file).compareTo(since) >= 0 && holds(content(file))) {
                    found.add(file);
                }
            } catch (NoSuchFileException goneMeanwhile) {
                // a living database removes files
            }
        }
        return found;
    }

    private static byte[] content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }

    private boolean holds(byte[] content) {
        return sought.stream().anyMatch(one -> isIn(content, one));
    }

    private static boolean isIn(byte[] content, byte[] sought) {
        for (int start = 0; start <= content.length - sought.length; start++) {
            int same = 0;
            while (same < sought.length && content[start + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }
}
