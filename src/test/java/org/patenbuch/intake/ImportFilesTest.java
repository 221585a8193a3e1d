package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
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

class ImportFilesTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String HEADING = "Kennung;Name;Zweck;Zweckgebunden\n";
    private static final byte[] FUNDS = (HEADING + "F-1;Topf;Zweck;ja\n").getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void reads_a_zip_with_or_without_a_folder_in_it() throws IOException {
        for (String inside : List.of("", "rosenstadt/", "a/b/")) {
            Path zip =
                    zip(inside + "toepfe.csv", FUNDS, "__MACOSX/._toepfe.csv", new byte[1], inside + ".x.csv", FUNDS);
            assertThat(Tables.rows(zip)).extracting(row -> row.row().id()).containsExactly("F-1");
        }
    }

    @Test
    void refuses_a_zip_that_leads_out_of_itself() throws IOException {
        for (String name : List.of("../toepfe.csv", "/toepfe.csv", "a/../../toepfe.csv", "a\\..\\toepfe.csv")) {
            refused(zip(name, FUNDS), "import.zip-path");
        }
    }

    @Test
    void refuses_a_zip_that_swells() throws IOException {
        byte[] bomb = new byte[3 << 20];
        java.util.Arrays.fill(bomb, (byte) ';');
        refused(zip("toepfe.csv", bomb), "import.unpacked-too-large");
    }

    @Test
    void refuses_a_zip_larger_than_20_megabytes() throws IOException {
        byte[] noise = new byte[21 << 20];
        new Random(1).nextBytes(noise);
        refused(zip("toepfe.csv", FUNDS, "noise.bin", noise), "import.too-large");
    }

    @Test
    void refuses_a_zip_of_more_than_1000_files() throws IOException {
        Path path = folder.resolve("many.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (int i = 0; i <= 1000; i++) {
                zip.putNextEntry(new ZipEntry("file" + i));
            }
        }
        refused(path, "import.too-many-files");
    }

    @Test
    void refuses_what_is_no_zip_no_folder_or_holds_no_table() throws IOException {
        refused(Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 5}), "import.not-a-zip");
        refused(Files.write(folder.resolve("empty.zip"), new byte[0]), "import.not-a-zip");
        refused(folder.resolve("missing"), "import.not-found");
        refused(Files.createDirectory(folder.resolve("nothing")), "import.nothing-to-read");
        refused(zip("readme.txt", FUNDS), "import.nothing-to-read");
    }

    @Test
    void refuses_a_zip_cut_short() throws IOException {
        byte[] whole = Files.readAllBytes(zip("toepfe.csv", FUNDS));
        for (int i = 0; i < whole.length; i++) {
            Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, i));
            assertThatThrownBy(() -> ImportFiles.open(cut)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void reads_windows_1252_only_where_it_is_no_utf_8() throws IOException {
        assertThat(name("Käthe Weiß", WINDOWS_1252)).isEqualTo("Käthe Weiß");
        assertThat(name("„Spaß“ für 5 € – Überraschung", WINDOWS_1252)).isEqualTo("„Spaß“ für 5 € – Überraschung");
        assertThat(name("Käthe Weiß", StandardCharsets.UTF_8)).isEqualTo("Käthe Weiß");
        assertThat(name("Müller 😀", StandardCharsets.UTF_8)).isEqualTo("Müller 😀");
    }

    @Test
    void refuses_utf_16_and_bytes_that_are_no_text() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32"))) {
            refused(table((HEADING + "F-1;ä;b;ja").getBytes(charset)), "import.not-text");
        }
        refused(table((HEADING + "F-1;a\0;b;ja").getBytes(StandardCharsets.UTF_8)), "import.not-text");
    }

    @Test
    void refuses_utf_8_with_a_broken_byte_instead_of_reading_it_wrong() throws IOException {
        byte[] bytes = (HEADING + "F-1;Käthe Weiß;für alle;ja\n").getBytes(StandardCharsets.UTF_8);
        bytes[HEADING.length() + 6] = 'x';
        refused(table(bytes), "import.broken-encoding");
        refused(table("\ufeffKennung;Name\u00fc".getBytes(StandardCharsets.UTF_8), 0xFC), "import.broken-encoding");
        refused(table((HEADING + "F-1;").getBytes(StandardCharsets.UTF_8), 0x81), "import.broken-encoding");
    }

    @Test
    void an_amount_headed_as_cents_is_whole_cents() throws IOException {
        var tables = new Tables(folder)
                .withFunds()
                .with(
                        "expenses.csv",
                        "id,fundId,category,amountCents,paidOn,payee,voucher",
                        "A-1,F-1,Sachkosten,125000,2012-01-01,x,y");
        assertThat(tables.rows())
                .extracting(ImportRow::row)
                .last()
                .hasFieldOrPropertyWithValue("amountCents", 125_000L);
        tables.with(
                "expenses.csv",
                "id,fundId,category,amountCents,paidOn,payee,voucher",
                "A-1,F-1,Sachkosten,1250.00,2012-01-01,x,y");
        assertThat(tables.problems()).containsExactly("expenses.csv:2 amountCents form.not-whole-cents 1250.00");
    }

    private String name(String name, Charset charset) throws IOException {
        table((HEADING + "F-1;" + name + ";b;ja").getBytes(charset));
        return ((Row.Fund) Tables.rows(folder).getFirst().row()).name();
    }

    private Path table(byte[] bytes, int... more) throws IOException {
        byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[bytes.length + i] = (byte) more[i];
        }
        Files.write(folder.resolve("toepfe.csv"), all);
        return folder;
    }

    private Path zip(Object... namesAndBytes) throws IOException {
        Path path = folder.resolve("import.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return path;
    }

    private static void refused(Path path, String code) {
        assertThatThrownBy(() -> ImportFiles.open(path))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
