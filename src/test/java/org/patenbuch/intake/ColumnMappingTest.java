package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.intake.ColumnForm.Mistake;

class ColumnMappingTest {
    private static final List<String> FOREIGN = List.of("Nr", "Firma", "Art", "Rollen", "Seit", "Ort");
    private static final ColumnMapping MEMBERS = mapping(FOREIGN, "id", "name", "kind", "roles", "since", "");

    @TempDir
    Path folder;

    @Test
    void known_headings_are_taken_and_what_says_nothing_is_left_out() {
        assertThat(fields(ColumnMapping.of(ImportKind.PARTNERS, List.of("Firma", "Art", "", "ART", "Fehler", "Seit"))))
                .containsExactly("", "kind", "", "", "", "since");
    }

    @Test
    void fits_the_same_headings_in_any_order_and_no_others() {
        List<String> turned = new ArrayList<>(FOREIGN);
        Collections.reverse(turned);
        assertThat(MEMBERS.fits(turned)).isTrue();
        assertThat(fields(MEMBERS.onto(turned))).containsExactly("", "since", "roles", "kind", "name", "id");
        turned.add("Error");
        assertThat(MEMBERS.fits(turned)).as("rows with errors given back").isTrue();
        assertThat(MEMBERS.fits(FOREIGN.subList(0, 5))).isFalse();
        turned.add("Telefon");
        assertThat(MEMBERS.fits(turned)).isFalse();
    }

    @Test
    void of_a_column_that_is_gone_it_says_so_and_a_new_one_is_read_by_its_heading_unless_its_field_is_taken() {
        List<String> others = List.of("Nr", "Name", "Firma", "Rollen", "Seit");
        assertThat(MEMBERS.gone(others)).containsExactly("Art", "Ort");
        assertThat(fields(MEMBERS.onto(others))).containsExactly("id", "", "name", "roles", "since");
        assertThat(MEMBERS.onto(others).missing()).extracting(Column::field).containsExactly("kind");
    }

    @Test
    void columns_with_the_same_heading_or_with_none_are_told_apart_by_their_order() {
        List<String> twice = List.of("Datum", "", "datum", "");
        ColumnMapping hours = new ColumnMapping(ImportKind.HOURS, choices(twice, "", "activity", "on", ""));
        assertThat(fields(hours.onto(twice))).containsExactly("", "activity", "on", "");
        assertThat(hours.fits(List.of("Datum", "", "", "Datum"))).isTrue();
        assertThat(hours.fits(List.of("Datum", "", ""))).isFalse();
    }

    @Test
    void three_hundred_columns_and_a_heading_as_long_as_a_book_are_no_trouble() {
        List<String> many = new ArrayList<>(
                IntStream.range(0, 299).mapToObj(n -> "Spalte " + n).toList());
        many.add("x".repeat(9_999));
        ColumnMapping wide = ColumnMapping.of(ImportKind.PARTNERS, many);
        assertThat(wide.leftOut())
                .hasSize(300)
                .allSatisfy(heading -> assertThat(heading).hasSizeLessThanOrEqualTo(200));
        assertThat(wide.fits(many)).isTrue();
    }

    @Test
    void a_table_read_by_it_says_the_same_as_one_of_our_own_and_mistakes_are_named_by_its_own_headings()
            throws IOException {
        Tables tables = new Tables(folder)
                .with("mitglieder.csv", "Nr,Firma,Art,Rollen,Seit,Ort", "P-1,Amt,Firma,Geldgeber,1.3.2010,hier");
        try (ImportFiles files = ImportFiles.open(folder, said("mitglieder.csv", MEMBERS))) {
            assertThat(Tables.CHECK.check(files, Known.nothing()).problems()).isEmpty();
            assertThat(Tables.rows(files))
                    .extracting(row -> ((Row.Partner) row.row()).name())
                    .containsExactly("Amt");
        }
        tables.with("mitglieder.csv", "Nr,Firma,Art,Rollen,Seit,Ort", "P-1,,Firma,Geldgeber,31.2.2010,hier");
        try (ImportFiles files = ImportFiles.open(folder, said("mitglieder.csv", MEMBERS))) {
            assertThat(Tables.CHECK.check(files, Known.nothing()).problems())
                    .extracting(RowProblem::toString)
                    .containsExactly(
                            "mitglieder.csv:2 Firma form.required", "mitglieder.csv:2 Seit form.date-impossible");
        }
        assertThat(tables.problems()).containsExactly("mitglieder.csv:0  import.file-unknown");
    }

    @Test
    void whole_cents_are_read_where_a_heading_says_so_and_only_for_an_amount() throws IOException {
        List<String> heads = List.of("Nr", "Geber", "Topf", "Gift cents", "Von", "Bis");
        new Tables(folder)
                .withPartners()
                .withFunds()
                .with("x.csv", "Nr;Geber;Topf;Gift cents;Von;Bis", "Z-1;P-1;F-1;12550;1.1.2012;31.12.2012");
        var mapping = new ColumnMapping(
                ImportKind.PLEDGES, choices(heads, "id", "partnerId", "fundId", "amountCents", "from", "to"));
        try (ImportFiles files = ImportFiles.open(folder, said("x.csv", mapping))) {
            assertThat(Tables.rows(files).getLast().row())
                    .isInstanceOfSatisfying(
                            Row.Pledge.class,
                            pledge -> assertThat(pledge.amountCents()).isEqualTo(12_550));
        }
    }

    @Test
    void what_is_chosen_is_refused_at_its_place() {
        assertThat(form(ImportKind.PARTNERS, "N", "id", "name", "name", "roles", "nonsense", "")
                        .mistakes(FOREIGN, Map.of()))
                .extracting(Mistake::at, Mistake::code)
                .containsExactly(
                        tuple("column-2", "imports.columns.twice"),
                        tuple("column-4", "imports.columns.unknown"),
                        tuple("columns", "imports.columns.missing"),
                        tuple("columns", "imports.columns.missing"));
        assertThat(codes(form(null, "N"), Map.of())).containsExactly("imports.columns.kind.missing");
        assertThat(codes(members("N"), Map.of(ImportKind.PARTNERS, "partner.csv")))
                .containsExactly("imports.columns.kind.taken");
        assertThat(codes(members(""), Map.of())).containsExactly("imports.mapping.name.missing");
        assertThat(codes(members("n".repeat(61)), Map.of())).containsExactly("imports.mapping.name.long");
        assertThat(codes(members("n".repeat(60)), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Mitglieder 2014-03-01 (2).csv, Mitglieder",
        "20140301_stunden_team.CSV, stunden team",
        "Spenden 3.5.2014.csv, Spenden",
        "export/Liste_2013.csv, Liste",
        "Quartal 3 2014.csv, Quartal 3",
        "2014.csv, ''",
        "Haus 12.csv, Haus 12"
    })
    void a_name_is_offered_without_what_looks_like_a_day(String file, String name) {
        assertThat(ColumnForm.nameFor(file)).isEqualTo(name);
    }

    private static ColumnForm members(String name) {
        return form(ImportKind.PARTNERS, name, "id", "name", "kind", "roles", "since", "");
    }

    private static ColumnForm form(ImportKind kind, String name, String... fields) {
        return new ColumnForm(kind, List.of(fields), true, name, List.of());
    }

    private static List<String> codes(ColumnForm form, Map<ImportKind, String> taken) {
        return form.mistakes(FOREIGN, taken).stream().map(Mistake::code).toList();
    }

    private static Said said(String table, ColumnMapping mapping) {
        return Said.NOTHING.with(table, new Said.Table(mapping, null));
    }

    private static ColumnMapping mapping(List<String> headings, String... fields) {
        return new ColumnMapping(ImportKind.PARTNERS, choices(headings, fields));
    }

    private static List<ColumnMapping.Choice> choices(List<String> headings, String... fields) {
        return IntStream.range(0, fields.length)
                .mapToObj(n -> new ColumnMapping.Choice(headings.get(n), fields[n].isEmpty() ? null : fields[n]))
                .toList();
    }

    private static List<String> fields(ColumnMapping mapping) {
        return mapping.columns().stream()
                .map(one -> one.field() == null ? "" : one.field())
                .toList();
    }
}
