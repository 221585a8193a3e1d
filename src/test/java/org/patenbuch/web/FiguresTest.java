package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private final Figures german = new Figures(Locale.GERMAN);
    private final Figures english = new Figures(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4130155 | 41.301,55\u00a0€ | €41,301.55",
                "0 | 0,00\u00a0€ | €0.00",
                "5 | 0,05\u00a0€ | €0.05",
                "-1250 | -12,50\u00a0€ | -€12.50",
                "99999999999999 | 999.999.999.999,99\u00a0€ | €999,999,999,999.99"
            })
    void writes_cents_as_euros(long cents, String inGerman, String inEnglish) {
        assertThat(german.euro(cents)).isEqualTo(inGerman);
        assertThat(english.euro(cents)).isEqualTo(inEnglish);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "149235 | 2.487,25\u00a0Std. | 2,487.25\u00a0h",
                "15 | 0,25\u00a0Std. | 0.25\u00a0h",
                "20 | 0,33\u00a0Std. | 0.33\u00a0h",
                "40 | 0,67\u00a0Std. | 0.67\u00a0h",
                "0 | 0,00\u00a0Std. | 0.00\u00a0h"
            })
    void writes_minutes_as_hours(long minutes, String inGerman, String inEnglish) {
        assertThat(german.hours(minutes)).isEqualTo(inGerman);
        assertThat(english.hours(minutes)).isEqualTo(inEnglish);
    }

    @Test
    void writes_days_and_months_in_words_of_the_language() {
        assertThat(german.day(LocalDate.of(2013, 3, 1))).isEqualTo("01.03.2013");
        assertThat(english.day(LocalDate.of(2013, 3, 1))).isEqualTo("1 March 2013");
        assertThat(german.month(YearMonth.of(2013, 3))).isEqualTo("März 2013");
        assertThat(english.monthName(YearMonth.of(2013, 3))).isEqualTo("March");
        assertThat(german.shortMonth(YearMonth.of(2013, 12))).isEqualTo("Dez");
        assertThat(english.whole(1470)).isEqualTo("1,470");
    }
}
