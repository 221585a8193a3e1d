package org.patenbuch.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One table as a workbook of spreadsheet programs (ECMA-376, .xlsx), written row by row, however many there are; on a
 * second sheet what is to be said of it. Text stands in it as text: nothing is taken for a formula. Cents become euro
 * with two decimals, minutes hours.
 */
public final class Workbook implements AutoCloseable {
    /** Amounts of money. */
    public record Cents(long value) {}

    /** Lengths of time. */
    public record Minutes(long value) {}

    /** Day 0 of the file format: it takes 1900 for a leap year, so days count from one day earlier. */
    private static final LocalDate BEGINNING = LocalDate.of(1899, 12, 30);

    private static final String SHEET = "worksheets/sheet";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** Styles in the order of {@code cellXfs}: plain, bold, day, amount. */
    private static final String STYLES = HEAD + """
            <styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
            </styleSheet>""".formatted(MAIN);

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<List<String>> about;

    /** @param title of the second sheet, {@code about} its rows */
    public Workbook(OutputStream to, String title, List<List<String>> about) throws IOException {
        this.about = about;
        zip = new ZipOutputStream(to);
        out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        part("[Content_Types].xml", """
                <Types xmlns="%scontent-types"><Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/>\
                <Override PartName="/xl/worksheets/sheet2.xml" ContentType="%sworksheet+xml"/></Types>""".formatted(PACKAGE, TYPE, TYPE, TYPE, TYPE));
        part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        part("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Patenbuch" sheetId="1" r:id="rId1"/>\
                <sheet name="%s" sheetId="2" r:id="rId3"/></sheets></workbook>""".formatted(MAIN, OFFICE, escaped(title)));
        part(
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", SHEET + "1.xml", "styles", "styles.xml", "worksheet", SHEET + "2.xml"));
        entry("xl/styles.xml", STYLES);
        begin(1);
    }

    private void begin(int sheet) throws IOException {
        zip.putNextEntry(new ZipEntry("xl/" + SHEET + sheet + ".xml"));
        out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    }

    private void end() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
    }

    /** @param typesAndTargets in pairs; they become rId1, rId2 … */
    private static String relations(String... typesAndTargets) {
        StringBuilder all = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            all.append("<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i / 2 + 1, OFFICE, typesAndTargets[i], typesAndTargets[i + 1]));
        }
        return all.append("</Relationships>").toString();
    }

    private void part(String name, String content) throws IOException {
        entry(name, HEAD + content);
    }

    private void entry(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.flush();
        zip.closeEntry();
    }

    public void heading(List<String> names) throws IOException {
        out.write("<row>");
        for (String name : names) {
            text(name, 1);
        }
        out.write("</row>");
    }

    /** @param cells {@link Cents}, {@link Minutes}, {@link LocalDate}, {@link Number}, null, else text */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        out.write("<row>");
        for (Object cell : cells) {
            switch (cell) {
                case null -> out.write("<c/>");
                case Cents cents -> number(BigDecimal.valueOf(cents.value(), 2), 3);
                case Minutes minutes ->
                    number(
                            BigDecimal.valueOf(minutes.value())
                                    .divide(BigDecimal.valueOf(60), 4, java.math.RoundingMode.HALF_UP),
                            3);
                case LocalDate day -> number(ChronoUnit.DAYS.between(BEGINNING, day), 2);
                case Number number -> number(number, 0);
                default -> text(cell.toString(), 0);
            }
        }
        out.write("</row>");
    }

    private void number(Number value, int style) throws IOException {
        out.write("<c s=\"" + style + "\"><v>" + value + "</v></c>");
    }

    private void text(String text, int style) throws IOException {
        out.write("<c t=\"inlineStr\" s=\"" + style + "\"><is><t xml:space=\"preserve\">" + escaped(text)
                + "</t></is></c>");
    }

    /** Also without the control characters that XML cannot hold. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Override
    public void close() throws IOException {
        end();
        begin(2);
        for (List<String> line : about) {
            row(line);
        }
        end();
        zip.finish();
    }
}
