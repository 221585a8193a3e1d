package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinutesTextTest {
    @ParameterizedTest
    @CsvSource({"1:30, 90", "01:30, 90", "0:45, 45", "90, 90", "24:00, 1440", "0, 0", "' 1:05 ', 65"})
    void reads_hours_with_minutes_and_bare_minutes(String typed, int minutes) {
        assertThat(MinutesText.read(typed)).isEqualTo(Reading.of(minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "'1,5', form.minutes-ambiguous",
        "1.5, form.minutes-ambiguous",
        "'1,30', form.minutes-ambiguous",
        "',5', form.minutes-ambiguous",
        "1:3, form.minutes-ambiguous",
        "0130, form.minutes-ambiguous",
        "1:60, form.not-minutes",
        ":45, form.not-minutes",
        "1:300, form.not-minutes",
        "1:30:00, form.not-minutes",
        "-90, form.not-minutes",
        "90 min, form.not-minutes",
        "１:３０, form.not-minutes",
        "600000, form.minutes-too-many",
        "99999999999999, form.minutes-too-many",
    })
    void says_what_is_wrong_with_a_length_of_time(String typed, String code) {
        assertThat(MinutesText.read(typed))
                .isInstanceOfSatisfying(
                        Reading.Misread.class, wrong -> assertThat(wrong.code()).isEqualTo(code));
    }

    @Test
    void reads_back_what_it_wrote() {
        for (int minutes = 0; minutes <= 3_000; minutes++) {
            assertThat(MinutesText.read(MinutesText.write(minutes))).isEqualTo(Reading.of(minutes));
            assertThat(MinutesText.read(Integer.toString(minutes))).isEqualTo(Reading.of(minutes));
        }
    }
}
