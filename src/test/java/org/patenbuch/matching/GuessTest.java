package org.patenbuch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.matching.BankLine.Status;
import org.patenbuch.matching.Suggestion.Confidence;
import org.patenbuch.matching.Suggestion.Kind;

/** What speaks for what, and how much. */
class GuessTest {
    private static final LocalDate DUE = LocalDate.of(2013, 2, 15);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1375_00, Zusage Z 2013-spk,  Max Muster,           -,     CERTAIN",
                "1375_00, -,                  Max Muster,           P-SPK, CERTAIN",
                "1251_55, Zusage Z-2013-SPK,  Max Muster,           -,     LIKELY",
                "1375_00, -,                  SPARKASSE ROSENLAND,  -,     LIKELY",
                "1375_00, -,                  Max Muster,           -,     POSSIBLE",
                "1_00,    -,                  Sparkasse Rosenland,  -,     LIKELY",
                "1_00,    -,                  Max Muster,           -,     -",
                "1_00,    -,                  -,                    P-STW, -"
            })
    void a_pledge_is_as_likely_as_its_reasons(
            String cents, @Nullable String purpose, @Nullable String name, @Nullable String iban, String confidence) {
        List<Suggestion> found = new Guess(line(Long.parseLong(cents.replace("_", "")), DUE, name, purpose), iban)
                .among(List.of(pledge("Z-2013-SPK")));

        assertThat(found)
                .extracting(Suggestion::confidence)
                .isEqualTo(confidence == null ? List.of() : List.of(Confidence.valueOf(confidence)));
    }

    @Test
    void of_two_equally_certain_none_is() {
        assertThat(new Guess(line(1375_00, DUE, null, null), "P-SPK")
                        .among(List.of(pledge("Z-2013-SPK"), pledge("Z-2014-SPK"))))
                .extracting(Suggestion::confidence)
                .containsExactly(Confidence.LIKELY, Confidence.LIKELY);
    }

    @Test
    void what_stands_in_the_ledger_goes_before_what_would_be_entered_anew() {
        Candidate entered = new Candidate(
                Kind.CONTRIBUTION, "B-1", "P-SPK", "F-1", List.of(), "Sparkasse", Set.of(1375_00L), DUE, 5);

        assertThat(new Guess(line(1375_00, DUE, null, "Z-2013-SPK"), "P-SPK")
                        .among(List.of(pledge("Z-2013-SPK"), entered)))
                .extracting(Suggestion::kind, Suggestion::confidence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.CONTRIBUTION, Confidence.LIKELY),
                        org.assertj.core.groups.Tuple.tuple(Kind.PLEDGE, Confidence.LIKELY));
    }

    @Test
    void a_short_name_is_in_any_text_and_names_nothing() {
        assertThat(new Guess(line(5, DUE.plusYears(1), "AG", "a-1"), null).among(List.of(pledge("A-1"))))
                .isEmpty();
    }

    private static Candidate pledge(String id) {
        return new Candidate(
                Kind.PLEDGE, id, "P-SPK", "F-1", List.of(id), "Sparkasse Rosenland", Set.of(1375_00L), DUE, 31);
    }

    private static BankLine line(long cents, LocalDate on, @Nullable String name, @Nullable String purpose) {
        return new BankLine(
                "L-1",
                "DE1",
                "S-1",
                on,
                on,
                cents,
                null,
                null,
                name,
                null,
                purpose,
                Status.OPEN,
                null,
                null,
                null,
                List.of());
    }
}
