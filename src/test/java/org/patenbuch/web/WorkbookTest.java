package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class WorkbookTest {
    @Test
    void holds_amounts_as_numbers_days_as_days_and_text_as_text_never_as_a_formula() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Siegel", List.of(List.of("Journal bis Eintrag", "17")))) {
            book.heading(List.of("Betrag", "Tag"));
            book.row(Arrays.asList(
                    new Workbook.Cents(-125_001),
                    LocalDate.of(2013, 12, 31),
                    new Workbook.Minutes(75),
                    "=1+1",
                    "<Müller & Söhne>\u0001",
                    null));
        }

        Map<String, Document> parts = parts(bytes.toByteArray());
        assertThat(parts.keySet())
                .contains("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml")
                .contains("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/_rels/workbook.xml.rels");
        assertThat(parts.get("xl/worksheets/sheet2.xml").getDocumentElement().getTextContent())
                .isEqualTo("Journal bis Eintrag17");
        var cells = parts.get("xl/worksheets/sheet1.xml").getElementsByTagName("c");
        assertThat(cells.getLength()).isEqualTo(8);
        assertThat(cells.item(2).getTextContent()).isEqualTo("-1250.01");
        assertThat(cells.item(3).getTextContent()).isEqualTo("41639");
        assertThat(cells.item(4).getTextContent()).isEqualTo("1.2500");
        assertThat(cells.item(5).getTextContent()).isEqualTo("=1+1");
        assertThat(cells.item(6).getTextContent()).isEqualTo("<Müller & Söhne>");
        assertThat(parts.get("xl/worksheets/sheet1.xml")
                        .getElementsByTagName("f")
                        .getLength())
                .isZero();
    }

    private static Map<String, Document> parts(byte[] file) throws Exception {
        Map<String, Document> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), parsed(zip.readAllBytes()));
            }
        }
        return parts;
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
