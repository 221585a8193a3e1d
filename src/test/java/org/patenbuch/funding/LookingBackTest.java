package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.projections.Asked;

class LookingBackTest extends MoneyTest {
    @BeforeEach
    void books() {
        partner("P-1");
        fund("F-1", true);
    }

    @Test
    void each_list_answers_for_what_was_known_then() {
        give("B-1", "P-1", "F-1", null, day(1, 10), 70);
        long before = last.position();
        pay("A-1", "F-1", day(2, 1), 60);
        unpay("A-1", "F-1");
        takeBack("B-1", "F-1");

        assertThat(contributionAt(before).reversed()).isFalse();
        assertThat(contributionAt(before).remainingCents()).isEqualTo(70);
        assertThat(contributionAt(before + 1).remainingCents()).isEqualTo(10);
        assertThat(contributionAt(last.position()).reversed()).isTrue();
        assertThat(lists.expenses(partnership, asked(null, null, before, null)).items())
                .isEmpty();
        assertThat(lists.contribution(partnership, null, "B-1", asked(null, null, before - 1, null)))
                .isEmpty();
    }

    @Test
    void what_was_known_at_an_instant_is_what_was_recorded_by_then() throws InterruptedException {
        give("B-1", "P-1", "F-1", null, day(1, 10), 70);
        Instant then = now(null, null).knownAt();
        Thread.sleep(5);
        give("B-2", "P-1", "F-1", null, day(1, 10), 30);
        Funding later = now(null, null);

        Asked known = new Asked(
                null, null, null, then.toString(), last.position(), null, null, null, null, null, null, null, null);
        Funding before = view.answer(partnership, known);
        assertThat(before.totals().balanceCents()).isEqualTo(70);
        assertThat(before.knownAt()).isEqualTo(then);
        assertThat(later.totals().balanceCents()).isEqualTo(100);
    }

    @Test
    void what_was_known_on_a_day_is_what_was_recorded_before_it_ended() {
        give("B-1", "P-1", "F-1", null, day(1, 10), 70);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

        assertThat(view.answer(partnership, onDay(today)).totals().balanceCents())
                .isEqualTo(70);
        assertThat(view.answer(partnership, onDay(today.minusDays(1))).totals().balanceCents())
                .isZero();
        assertThat(onDay(today).problems()).isEmpty();
    }

    private Asked onDay(LocalDate day) {
        return new Asked(
                null, null, null, day.toString(), last.position(), null, null, null, null, null, null, null, null);
    }

    private ContributionRow contributionAt(long position) {
        return lists.contribution(partnership, null, "B-1", asked(null, null, position, null))
                .orElseThrow()
                .item();
    }
}
