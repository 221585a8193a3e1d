package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference scenario: read whole, and read the same however it is written. */
class RosenstadtTest {
    private static final Path FILES = Path.of("src/main/resources/demo/rosenstadt");
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("Kennung", "id"),
            Map.entry("Art", "Kind"),
            Map.entry("Rollen", "Roles"),
            Map.entry("Seit", "since"),
            Map.entry("Zweck", "purpose"),
            Map.entry("Zweckgebunden", "Restricted"),
            Map.entry("Partner", "partnerId"),
            Map.entry("Topf", "Fund"),
            Map.entry("Betrag", "Amount"),
            Map.entry("Von", "from"),
            Map.entry("Bis", "to"),
            Map.entry("Zusage", "pledge_id"),
            Map.entry("Eingang", "Received on"),
            Map.entry("Nachweis", "evidence"),
            Map.entry("Bezahlt", "paidOn"),
            Map.entry("Empfänger", "payee"),
            Map.entry("Beleg", "Voucher"),
            Map.entry("Schulung abgeschlossen", "Training completed"),
            Map.entry("Führungszeugnis eingesehen", "Certificate seen"),
            Map.entry("Quartier", "district"),
            Map.entry("Bedarf", "need"),
            Map.entry("Vermittelt durch", "Referred by"),
            Map.entry("Aufgenommen", "Opened on"),
            Map.entry("Haushalt", "householdId"),
            Map.entry("Pate", "Sponsor"),
            Map.entry("Patenschaft", "sponsorship"),
            Map.entry("Beginn", "Start"),
            Map.entry("Ende", "end"),
            Map.entry("Abschlussgrund", "outcome"),
            Map.entry("Datum", "Date"),
            Map.entry("Dauer", "minutes"),
            Map.entry("Tätigkeit", "Activity"));

    /** One way to write the same tables. */
    record Variant(Charset charset, boolean mark, String delimiter, String lineEnd, boolean english, boolean quoted) {}

    @Test
    void every_line_of_every_file_is_a_good_row() throws IOException {
        ImportReport report = Tables.check(FILES, Known.nothing());
        assertThat(report.problems()).isEmpty();
        assertThat(report.rows()).hasSize(9);
        for (var rows : report.rows().entrySet()) {
            assertThat(rows.getValue()).as(rows.getKey()).isEqualTo(lines(rows.getKey()) - 1);
        }
        assertThat(report.rows().keySet()).startsWith("partner.csv").endsWith("patenschaften.csv", "stunden.csv");
    }

    @Test
    void the_sums_are_those_of_an_independent_reading() throws IOException {
        JsonNode expected = new JsonMapper().readTree(Path.of("src/test/resources/rosenstadt/expected.json"));
        List<ImportRow> rows = Tables.rows(FILES);
        for (int year : List.of(2012, 2013, 2014)) {
            JsonNode sums = expected.get("" + year);
            Map<String, Long> read = Map.of(
                    "receivedMoneyCents", received(rows, year, Row.ContributionKind.MONEY),
                    "receivedInKindCents", received(rows, year, Row.ContributionKind.IN_KIND),
                    "receivedStaffTimeCents", received(rows, year, Row.ContributionKind.STAFF_TIME),
                    "spentCents", sum(rows, Row.Expense.class, year, Row.Expense::paidOn, Row.Expense::amountCents),
                    "pledgedCents", sum(rows, Row.Pledge.class, year, Row.Pledge::from, Row.Pledge::amountCents),
                    "minutes", sum(rows, Row.Hours.class, year, Row.Hours::on, Row.Hours::minutes));
            read.forEach((figure, sum) -> assertThat(sum)
                    .as(year + " " + figure)
                    .isEqualTo(sums.get(figure).longValue()));
        }
    }

    static Stream<Variant> variants() {
        return Stream.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))
                .flatMap(charset -> Stream.of(";", ",", "\t")
                        .flatMap(delimiter -> Stream.of(true, false)
                                .map(english -> new Variant(
                                        charset,
                                        charset == StandardCharsets.UTF_8 && english,
                                        delimiter,
                                        english ? "\n" : delimiter.equals(";") ? "\r" : "\r\n",
                                        english,
                                        delimiter.equals(",") || english))));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void the_rows_are_the_same_however_they_are_written(Variant variant, @TempDir Path folder) throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            String text =
                    Files.readString(FILES.resolve(kind.names().getFirst())).substring(1);
            String written = (variant.mark() ? "\ufeff" : "")
                    + text.lines().map(line -> rewrite(line, variant)).collect(Collectors.joining(variant.lineEnd()));
            String name = kind.names().get(variant.english() ? 1 : 0);
            Files.write(folder.resolve(name), written.getBytes(variant.charset()));
        }
        assertThat(Tables.check(folder, Known.nothing()).problems()).isEmpty();
        assertThat(Tables.rows(folder))
                .extracting(ImportRow::row)
                .isEqualTo(Tables.rows(FILES).stream().map(ImportRow::row).toList());
    }

    @Test
    void the_tables_carried_in_the_program_are_the_same() throws IOException {
        try (ImportFiles carried = ImportFiles.carried("demo/rosenstadt")) {
            assertThat(Tables.rows(carried)).isEqualTo(Tables.rows(FILES));
        }
    }

    private static String rewrite(String line, Variant variant) {
        return Stream.of(line.split(";", -1))
                .map(cell -> variant.english() ? english(cell) : cell)
                .map(cell -> variant.quoted() ? "\"" + cell + "\"" : cell)
                .collect(Collectors.joining(variant.delimiter()));
    }

    /** Headings, amounts, days and lengths of time as an English program writes them. */
    private static String english(String cell) {
        if (cell.matches("[0-9.]+,\\d\\d")) {
            return cell.replace(".", "").replace(',', '.');
        } else if (cell.matches("\\d\\d\\.\\d\\d\\.\\d{4}")) {
            return cell.substring(6) + "-" + cell.substring(3, 5) + "-" + cell.substring(0, 2);
        } else if (cell.matches("\\d:\\d\\d")) {
            return "" + (Integer.parseInt(cell.substring(0, 1)) * 60 + Integer.parseInt(cell.substring(2)));
        }
        return ENGLISH.getOrDefault(cell, cell);
    }

    private static long lines(String file) throws IOException {
        return new String(Files.readAllBytes(FILES.resolve(file)), StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    private static long received(List<ImportRow> rows, int year, Row.ContributionKind kind) {
        return of(rows, Row.Contribution.class)
                .filter(row -> row.kind() == kind && row.receivedOn().getYear() == year)
                .mapToLong(Row.Contribution::amountCents)
                .sum();
    }

    private static <R extends Row> long sum(
            List<ImportRow> rows, Class<R> kind, int year, Function<R, LocalDate> day, ToLongFunction<R> amount) {
        return of(rows, kind)
                .filter(row -> day.apply(row).getYear() == year)
                .mapToLong(amount)
                .sum();
    }

    private static <R extends Row> Stream<R> of(List<ImportRow> rows, Class<R> kind) {
        return rows.stream().map(ImportRow::row).filter(kind::isInstance).map(kind::cast);
    }
}
