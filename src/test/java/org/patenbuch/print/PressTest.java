package org.patenbuch.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.springframework.beans.factory.annotation.Autowired;

class PressTest extends LedgerTest {
    private static final Instant KNOWN_AT = Instant.parse("2026-03-31T09:00:00Z");

    @Autowired
    private Press press;

    @Test
    void prints_what_can_be_kept_and_read_by_everyone() throws Exception {
        byte[] pdf = press.print(sheet("Ein Text"));

        Files.createDirectories(Path.of("target/print"));
        Files.write(Path.of("target/print/example.pdf"), pdf);
        assertThat(Judge.complaints(pdf)).isEmpty();
    }

    @Test
    void prints_the_same_bytes_whenever_it_prints_the_same() {
        assertThat(press.print(sheet("Ein Text"))).isEqualTo(press.print(sheet("Ein Text")));
        assertThat(press.print(sheet("Ein Text"))).isNotEqualTo(press.print(sheet("Anderer Text")));
    }

    @Test
    void knows_no_other_time_than_its_own() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(press.print(sheet("Ein Text")))) {
            String metadata = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata.lines().filter(line -> line.contains("Date>")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("2026-03-31T09:00:00Z"));
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(KNOWN_AT);
            assertThat(pdf.getDocumentInformation().getModificationDate().toInstant())
                    .isEqualTo(KNOWN_AT);
        }
    }

    @Test
    void names_the_partnership_and_the_state_on_every_page() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(press.print(sheet("Ein Text")))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var words = new PDFTextStripper();
                words.setSortByPosition(true);
                words.setStartPage(page);
                words.setEndPage(page);
                assertThat(words.getText(pdf))
                        .contains("Rosenstadt", "4.711", "31.03.2026", page + " / " + pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void carries_its_data_inside_byte_for_byte() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(press.print(sheet("Ein Text")))) {
            var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("data.json");
            assertThat(files.get("data.json").getEmbeddedFile().toByteArray())
                    .isEqualTo("{\"sum\":1}".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void shows_what_somebody_typed_as_text_and_never_as_markup() throws IOException {
        byte[] pdf = press.print(sheet("<img src=\"http://example.org/x.png\"/> & <b>fett"));

        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("<b>fett");
        }
    }

    private static Sheet sheet(String text) {
        return new Sheet(
                "print/example",
                "Beispiel",
                "Rosenstadt",
                4711,
                KNOWN_AT,
                Locale.GERMAN,
                Map.of(
                        "text",
                        text,
                        "rows",
                        IntStream.rangeClosed(1, 80).boxed().toList()),
                List.of(new Attachment(
                        "data.json", "application/json", "Daten", "{\"sum\":1}".getBytes(StandardCharsets.UTF_8))));
    }
}
