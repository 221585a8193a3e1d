package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {
    @ParameterizedTest
    @CsvSource({
        "Müller, müller",
        "Müller, Mueller",
        "Müller, muller",
        "Müller, MÜLL",
        "Bäckerei, baeckerei",
        "Straße 5, strasse 5",
        "Andrée, andree",
        "V-01 Anna Ahorn, ahorn anna",
        "V-01 Anna Ahorn, V-01",
        "ÖPNV-Tickets, oepnv"
    })
    void finds_however_umlauts_and_accents_are_typed(String text, String typed) {
        assertThat(Sought.of(typed).within(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Müller, mülller", "Müller, ueller", "Anna Ahorn, anna buche"})
    void finds_nothing_where_a_word_is_missing(String text, String typed) {
        assertThat(Sought.of(typed).within(text)).isFalse();
    }

    @Test
    void takes_an_amount_that_can_be_read_two_ways_for_both() {
        assertThat(Sought.of("1.250").cents()).containsExactly(125_000L, 125L);
        assertThat(Sought.of("1.250,00 €").cents()).containsExactly(125_000L);
        assertThat(Sought.of("Müller").cents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!&|()*:'\\", "%", "\u0000", "🎉"})
    void leaves_nothing_in_it_that_a_query_could_stumble_over(String typed) {
        assertThat(Sought.of(typed).empty()).isTrue();
    }

    @Test
    void makes_a_query_of_plain_words_only_and_of_no_more_than_eight() {
        assertThat(Sought.of("E-2013 & (a | !b):*").query()).isEqualTo("e:* & 2013:* & a:* & b:*");
        assertThat(Sought.of("1 2 3 4 5 6 7 8 9 10").words())
                .isEqualTo(List.of("1", "2", "3", "4", "5", "6", "7", "8"));
    }
}
