package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingTest {
    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(folder);
    }

    @Test
    void names_headings_that_are_missing_twice_or_unknown() {
        tables.with("toepfe.csv", "Kennung;Name;name;Farbe;Zweck", "F-1;a;b;rot;z");
        assertThat(tables.problems())
                .containsExactly(
                        "toepfe.csv:1 name import.heading-twice name",
                        "toepfe.csv:1 Farbe import.heading-unknown Farbe",
                        "toepfe.csv:1  import.heading-missing");
    }

    @Test
    void names_a_file_without_a_heading_and_a_value_without_one() {
        tables.with("toepfe.csv", "").with("paten.csv", "Kennung;;Name;Art;Beginn;;", "V-1;x;A;Sozialpate;1.1.2010;;");
        assertThat(tables.problems()).containsExactly("toepfe.csv:0  import.empty", "paten.csv:2  import.no-heading x");
    }

    @Test
    void words_are_the_same_composed_or_not_and_in_any_case() {
        tables.with(
                "partner.csv",
                "KENNUNG;Name;art;Rollen;Seit",
                "P-1;Amt;beho\u0308rde;Vermittler, FUNDER;1.3.2010",
                "P-2;Amt;public body;Geldgeber;1.3.2010");
        assertThat(tables.rows())
                .extracting(row -> ((Row.Partner) row.row()).kind())
                .containsOnly(Row.PartnerKind.PUBLIC_BODY);
    }

    @Test
    void names_tables_it_does_not_know_and_leaves_other_files_alone() {
        tables.withPartners()
                .with("stunde.csv", "Kennung", "S-1")
                .with("hours.csv", "id,sponsor,on,minutes,activity")
                .with("stunden.csv", "Kennung;Pate;Datum;Dauer;Tätigkeit")
                .with("lies-mich.txt", "nur so");
        assertThat(tables.problems())
                .containsExactly("stunde.csv:0  import.file-unknown", "stunden.csv:0  import.file-twice");
        assertThat(tables.check().ignored()).containsExactly("lies-mich.txt");
    }
}
