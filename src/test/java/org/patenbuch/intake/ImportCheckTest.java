package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.forms.Sentences;
import org.springframework.context.support.ResourceBundleMessageSource;

class ImportCheckTest {
    private static final String CONTRIBUTIONS = "Kennung;Partner;Topf;Zusage;Art;Betrag;Eingang;Nachweis";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B-1;P-1;F-1;;Geld;1.250;03.01.2012;Auszug | Betrag form.amount-ambiguous 1.250",
                "B-1;P-1;F-1;;Geld;-5,00;03.01.2012;Auszug | Betrag form.amount-negative -5,00",
                "B-1;P-1;F-1;;Geld;0,00;03.01.2012;Auszug | Betrag form.too-small 0,00",
                "B-1;P-1;F-1;;Geld;;03.01.2012;Auszug | Betrag form.required",
                "B-1;P-1;F-1;;Geld;5,00;01/03/2012;Auszug | Eingang form.date-ambiguous 01/03/2012",
                "B-1;P-1;F-1;;Geld;5,00;30.02.2012;Auszug | Eingang form.date-impossible 30.02.2012",
                "B-1;P-1;F-1;;Gold;5,00;03.01.2012;Auszug | Art form.unknown-value Gold",
                "B-1;P-9;F-1;;Geld;5,00;03.01.2012;Auszug | Partner import.no-such-entry P-9",
                "B-1;P-1;F-1;Z-1;Geld;5,00;03.01.2012;Auszug | Zusage import.no-such-entry Z-1",
                "B 1;P-1;F-1;;Geld;5,00;03.01.2012;Auszug | Kennung form.not-a-name B 1",
                ";P-1;F-1;;Geld;5,00;03.01.2012;Auszug | Kennung form.required",
                "B-1;P-1;F-1;;Geld;5,00;03.01.2012 | ' import.ragged'",
                "B-1;P-1;F-1;;Geld;5,00;03.01.2012;Auszug;mehr | ' import.ragged'",
                "B-1;P-1;F-1;;Geld;5,00;03.01.2012;\"Auszug | ' import.quote-not-closed'",
                "B-1;P-1;F-1;;Geld;5,00;03.01.2012;\"Aus\"zug | ' import.text-after-quote'",
            })
    void names_the_row_the_column_and_the_value(String row, String problem) {
        tables.withPartners().withFunds().with("beitraege.csv", CONTRIBUTIONS, row);
        assertThat(tables.problems()).containsExactly("beitraege.csv:2 " + problem);
    }

    @Test
    void names_every_mistake_of_every_row() {
        tables.withPartners()
                .with(
                        "beitraege.csv",
                        CONTRIBUTIONS,
                        "B-1;P-1;F-1;;Geld;1,250;31.04.2012;",
                        "",
                        ";;;;;;;",
                        "B-1;P-1;F-2;;Geld;5,00;03.01.2012;Auszug");
        assertThat(tables.problems())
                .containsExactly(
                        "beitraege.csv:2 Betrag form.amount-ambiguous 1,250",
                        "beitraege.csv:2 Eingang form.date-impossible 31.04.2012",
                        "beitraege.csv:2 Nachweis form.required",
                        "beitraege.csv:2 Topf import.no-such-entry F-1",
                        "beitraege.csv:5 Kennung import.id-twice B-1");
        assertThat(tables.check().rows()).containsEntry("beitraege.csv", 2);
    }

    @Test
    void a_row_is_where_it_begins_even_when_a_cell_has_line_ends() {
        tables.with(
                "toepfe.csv",
                "Kennung;Name;Zweck;Zweckgebunden",
                "F-1;Topf;\"zwei",
                "Zeilen; und \"\"mehr\"\"\";ja",
                "F-2;Topf;x;vielleicht");
        assertThat(tables.problems()).containsExactly("toepfe.csv:4 Zweckgebunden form.not-yes-or-no vielleicht");
    }

    @Test
    void a_pledge_ends_after_it_begins() {
        tables.withPartners()
                .withFunds()
                .with(
                        "zusagen.csv",
                        "Kennung;Partner;Topf;Betrag;Von;Bis",
                        "Z-1;P-1;F-1;5,00;1.1.2012;31.12.2011",
                        "Z-2;P-1;F-1;1.250;1.1.2012;31.12.2012");
        assertThat(tables.problems())
                .containsExactly(
                        "zusagen.csv:2 Bis form.ends-before-it-begins 31.12.2011",
                        "zusagen.csv:3 Betrag form.amount-ambiguous 1.250");
    }

    @Test
    void an_end_needs_a_reason_and_comes_after_the_beginning() {
        tables.withPartners()
                .with("paten.csv", "Kennung;Name;Art;Beginn", "V-1;A;Familienpate;1.1.2010")
                .with("haushalte.csv", "Kennung;Quartier;Bedarf;Vermittelt durch;Aufgenommen", "H-1;x;y;P-1;1.1.2010")
                .with(
                        "patenschaften.csv",
                        "Kennung;Pate;Haushalt;Beginn;Ende;Abschlussgrund",
                        "M-1;V-1;H-1;1.2.2010;1.3.2010;",
                        "M-2;V-1;H-1;1.2.2010;31.1.2010;Ziel erreicht",
                        "M-3;V-1;H-1;1.2.2010;1.2.2010;An Fachkräfte übergeben");
        assertThat(tables.problems())
                .containsExactly(
                        "patenschaften.csv:2 Abschlussgrund import.end-and-outcome",
                        "patenschaften.csv:3 Ende form.ends-before-it-begins 31.1.2010");
    }

    @Test
    void a_contribution_of_unsaid_nature_is_a_grant_from_a_public_body_and_a_gift_from_others() {
        tables.with(
                        "partner.csv",
                        "Kennung;Name;Art;Rollen;Seit",
                        "P-1;Amt;Behörde;Zuwendungsgeber;1.1.2010",
                        "P-2;Bank;Unternehmen;Geldgeber;1.1.2010")
                .withFunds()
                .with(
                        "beitraege.csv",
                        "Kennung;Partner;Topf;Mittelart;Art;Betrag;Eingang;Nachweis",
                        "B-1;P-1;F-1;;Geld;5;1.1.2012;x",
                        "B-2;P-2;F-1;;Geld;5;1.1.2012;x",
                        "B-3;P-2;F-1;Werbeentgelt;Geld;5;1.1.2012;x");
        assertThat(tables.rows().stream()
                        .filter(row -> row.kind() == ImportKind.CONTRIBUTIONS)
                        .map(row -> ((Row.Contribution) row.row()).nature()))
                .containsExactly(Row.Nature.GRANT, Row.Nature.GIFT, Row.Nature.FEE);
    }

    @Test
    void rows_may_refer_to_what_the_ledger_already_holds() {
        tables.withFunds().with("beitraege.csv", CONTRIBUTIONS, "B-1;P-7;F-1;;Geld;5,00;03.01.2012;Auszug");
        Known known = new Known() {
            @Override
            public boolean has(ImportKind kind, String id) {
                return kind == ImportKind.PARTNERS && id.equals("P-7");
            }

            @Override
            public @Nullable String partnerKind(String id) {
                return id.equals("P-7") ? "PUBLIC_BODY" : null;
            }
        };
        assertThat(Tables.check(folder, known).good()).isTrue();
        assertThat(tables.check().good()).isFalse();
    }

    @Test
    void keeps_a_thousand_problems_and_counts_them_all() {
        List<String> rows = Collections.nCopies(1500, "x y;;;;;;;");
        tables.with("beitraege.csv", CONTRIBUTIONS + "\n" + String.join("\n", rows));
        ImportReport report = tables.check();
        assertThat(report.problems()).hasSize(ImportReport.SHOWN);
        assertThat(report.problemCount()).isEqualTo(1500 * 7);
    }

    @Test
    void says_it_as_a_sentence_in_both_languages() {
        tables.withPartners()
                .withFunds()
                .with("beitraege.csv", CONTRIBUTIONS, "B-1;P-1;F-1;;Gold;5,00;03.01.2012;Auszug");
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        RowProblem problem = tables.check().problems().getFirst();
        assertThat(problem.sentence(new Sentences(messages), Locale.GERMAN))
                .isEqualTo("beitraege.csv, Zeile 2, Spalte Art: „Gold“ – Diesen Wert gibt es hier nicht. "
                        + "Erlaubt sind: Geld (MONEY), Sache (IN_KIND), Personal (STAFF_TIME).");
        assertThat(problem.sentence(new Sentences(messages), Locale.ENGLISH))
                .startsWith("beitraege.csv, row 2, column Art");
        assertThat(problem.toString()).doesNotContain("Gold");
    }
}
