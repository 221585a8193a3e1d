package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTextTest {
    @ParameterizedTest
    @CsvSource({
        "31.12.2013, 2013-12-31",
        "1.2.2013, 2013-02-01",
        "01.02.2013, 2013-02-01",
        "2013-12-31, 2013-12-31",
        "29.02.2012, 2012-02-29",
        "' 31.12.2013\u00a0', 2013-12-31",
    })
    void reads_german_and_iso_days(String typed, LocalDate day) {
        assertThat(DayText.read(typed)).isEqualTo(Reading.of(day));
    }

    @ParameterizedTest
    @CsvSource({
        "01/02/2013, form.date-ambiguous",
        "12/31/2013, form.date-ambiguous",
        "01.02.13, form.date-ambiguous",
        "13-02-01, form.date-ambiguous",
        "1-2-2013, form.date-ambiguous",
        "20131231, form.date-ambiguous",
        "31.02.2013, form.date-impossible",
        "29.02.2013, form.date-impossible",
        "2013-13-01, form.date-impossible",
        "00.01.2013, form.date-impossible",
        "31.12.0013, form.date-out-of-range",
        "31.12.2313, form.date-out-of-range",
        "2013-1-2, form.not-a-date",
        "2013-12-31T00:00, form.not-a-date",
        "31.12., form.not-a-date",
        "31. 12. 2013, form.not-a-date",
        "٣١.١٢.٢٠١٣, form.not-a-date",
        "gestern, form.not-a-date",
    })
    void says_what_is_wrong_with_a_day(String typed, String code) {
        assertThat(DayText.read(typed))
                .isInstanceOfSatisfying(
                        Reading.Misread.class, wrong -> assertThat(wrong.code()).isEqualTo(code));
    }

    @Test
    void programs_write_iso_days_only() {
        assertThat(DayText.readIso("2013-12-31")).isEqualTo(Reading.of(LocalDate.of(2013, 12, 31)));
        assertThat(DayText.readIso("31.12.2013")).isEqualTo(Reading.misread("form.not-a-date"));
    }

    @Test
    void reads_back_what_it_wrote_in_both_languages() {
        var random = new Random(1_4_2010L);
        for (int i = 0; i < 10_000; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(109_572));
            for (Locale language : List.of(Locale.GERMANY, Locale.ENGLISH)) {
                assertThat(DayText.read(DayText.write(day, language))).isEqualTo(Reading.of(day));
            }
        }
    }
}
