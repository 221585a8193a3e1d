package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.forms.Unreadable;

/** Whatever is in a file, an import reports it or finds it unreadable; the seed is in the message of a failure. */
class ImportFuzzTest {
    private static final long SEED = 25_112_026L;
    private static final byte[][] SCRAPS = scraps(
            ";",
            ",",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\"\"",
            "\ufeff",
            "ä",
            "€",
            "Kennung",
            "Name",
            "Zweck",
            "id",
            "1.250",
            "2012-01-01",
            "Zweckgebunden",
            "Betrag",
            "ja",
            "F-1",
            "[0]",
            ".",
            "_restricted",
            "{0}",
            "'",
            "\\",
            "\ud83d\ude00");

    @TempDir
    Path folder;

    @Test
    void never_fails_on_any_bytes() throws IOException {
        int read = 0;
        for (int i = 0; i < 2400; i++) {
            var random = new Random(SEED + i);
            byte[] bytes = i % 3 == 0 ? noise(random) : i % 3 == 1 ? scribble(random) : damaged(random);
            Path file = folder.resolve(ImportKind.values()[i % 9].names().getFirst());
            Files.write(file, bytes);
            read += survives(folder, SEED + i) ? 1 : 0;
            Files.delete(file);
        }
        assertThat(read).isBetween(400, 2399);
    }

    @Test
    void never_fails_on_a_damaged_zip() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(whole)) {
            for (ImportKind kind : ImportKind.values()) {
                zip.putNextEntry(new ZipEntry(kind.names().getFirst()));
                zip.write("Kennung;Name\nx;y\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        for (int i = 0; i < 800; i++) {
            var random = new Random(SEED + i);
            byte[] bytes = whole.toByteArray();
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            survives(Files.write(folder.resolve("x.zip"), bytes), SEED + i);
        }
    }

    private static boolean survives(Path path, long seed) throws IOException {
        try (ImportFiles files = ImportFiles.open(path)) {
            ImportReport report = Tables.CHECK.check(files, Known.nothing());
            try (ImportRows rows = Tables.CHECK.rows(files, Known.nothing())) {
                while (report.good() && rows.hasNext()) {
                    rows.next();
                }
            }
            return true;
        } catch (Unreadable declared) {
            assertThat(declared.code()).startsWith("import.").isNotEqualTo("import.changed");
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
        }
        return bytes;
    }

    private static byte[] scribble(Random random) {
        var bytes = new ByteArrayOutputStream();
        for (int i = random.nextInt(200); i > 0; i--) {
            bytes.writeBytes(SCRAPS[random.nextInt(SCRAPS.length)]);
        }
        return bytes.toByteArray();
    }

    private static byte[] damaged(Random random) {
        var table = new StringBuilder("Kennung;Name;Zweck;Zweckgebunden\nF-1;Töpfchen;\"für \"\"alle\"\"\";ja\n");
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            String scrap = new String(SCRAPS[random.nextInt(SCRAPS.length)], StandardCharsets.UTF_8);
            table.insert(random.nextInt(table.length()), scrap);
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(1, 256);
        }
        return bytes;
    }

    private static byte[][] scraps(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
