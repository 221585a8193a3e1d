package org.patenbuch.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final LocalDate JOINED = LocalDate.of(2010, 5, 10);
    private static final LocalDate TRAINED = LocalDate.of(2010, 6, 6);
    private static final LocalDate SEEN = LocalDate.of(2010, 6, 14);
    private static final Standing.Limits FIVE_YEARS = new Standing.Limits(60, 0);

    private final Standing active = Standing.joined(JOINED).trained(TRAINED).seen(new Certificate(SEEN, false));

    private static void lacks(Standing standing, LocalDate day, Lack lack) {
        assertThat(standing.lackOn(day, FIVE_YEARS)).contains(lack);
    }

    private static void isEligible(Standing standing, LocalDate day) {
        assertThat(standing.lackOn(day, FIVE_YEARS)).isEmpty();
    }

    @Test
    void a_training_runs_out_where_a_rule_says_so() {
        Standing.Limits twoYears = new Standing.Limits(60, 24);
        assertThat(active.lackOn(TRAINED.plusMonths(24), twoYears)).isEmpty();
        assertThat(active.lackOn(TRAINED.plusMonths(24).plusDays(1), twoYears)).contains(Lack.TRAINING_TOO_OLD);
        isEligible(active, TRAINED.plusMonths(25));
    }

    @Test
    void a_step_that_was_none_counts_no_longer() {
        lacks(active.notTrained(TRAINED), SEEN, Lack.TRAINING);
        lacks(active.withoutCertificates(), SEEN, Lack.CERTIFICATE);
        isEligible(active.left(SEEN).left(null), SEEN);
        Standing spoken = Standing.joined(JOINED).interviewed(TRAINED);
        assertThat(spoken.statusOn(TRAINED)).isEqualTo(Status.INTERVIEWED);
        assertThat(spoken.notInterviewed(TRAINED).statusOn(TRAINED)).isEqualTo(Status.REGISTERED);
    }

    @Test
    void is_eligible_from_the_day_on_which_the_last_condition_is_met() {
        isEligible(active, SEEN);
        lacks(active, SEEN.minusDays(1), Lack.CERTIFICATE);
        lacks(active, TRAINED.minusDays(1), Lack.TRAINING);
        lacks(active, JOINED.minusDays(1), Lack.NOT_JOINED);
    }

    @Test
    void a_certificate_counts_five_years_to_the_day() {
        isEligible(active, SEEN.plusYears(5));
        lacks(active, SEEN.plusYears(5).plusDays(1), Lack.CERTIFICATE_TOO_OLD);
    }

    @Test
    void a_renewed_certificate_does_not_change_what_was_known_on_earlier_days() {
        Standing renewed = active.seen(new Certificate(SEEN.plusYears(6), false));
        isEligible(renewed, SEEN);
        lacks(renewed, SEEN.plusYears(6).minusDays(1), Lack.CERTIFICATE_TOO_OLD);
        isEligible(renewed, SEEN.plusYears(6));
    }

    @Test
    void a_listed_conviction_excludes_for_ever() {
        Standing listed = active.seen(new Certificate(SEEN.plusYears(1), true));
        lacks(listed.seen(new Certificate(SEEN.plusYears(2), false)), SEEN.plusYears(3), Lack.CONVICTION);
        assertThat(listed.statusOn(SEEN.plusYears(3))).isEqualTo(Status.CERTIFICATE_SEEN);
    }

    @Test
    void a_pause_lasts_from_its_day_to_the_day_before_the_return() {
        LocalDate pause = LocalDate.of(2012, 1, 1);
        LocalDate back = LocalDate.of(2012, 3, 1);
        Standing paused = active.paused(pause).returned(back);
        isEligible(paused, pause.minusDays(1));
        lacks(paused, pause, Lack.PAUSED);
        lacks(paused, back.minusDays(1), Lack.PAUSED);
        isEligible(paused, back);
        lacks(paused.paused(back.plusYears(1)), back.plusYears(2), Lack.PAUSED);
    }

    @Test
    void who_leaves_is_gone_from_that_day_on() {
        LocalDate leaves = LocalDate.of(2012, 1, 1);
        isEligible(active.left(leaves), leaves.minusDays(1));
        lacks(active.left(leaves), leaves, Lack.LEFT);
    }

    @Test
    void the_status_goes_along_the_path() {
        LocalDate later = LocalDate.of(2012, 1, 1);
        Standing joined = Standing.joined(JOINED);
        assertThat(joined.statusOn(later)).isEqualTo(Status.REGISTERED);
        assertThat(joined.trained(TRAINED).statusOn(later)).isEqualTo(Status.TRAINED);
        assertThat(joined.seen(new Certificate(SEEN, false)).statusOn(later)).isEqualTo(Status.CERTIFICATE_SEEN);
        assertThat(active.statusOn(later)).isEqualTo(Status.ACTIVE);
        assertThat(active.paused(later).statusOn(later)).isEqualTo(Status.PAUSED);
        assertThat(active.left(later).statusOn(later)).isEqualTo(Status.LEFT);
        assertThat(active.left(later).statusOn(later.minusDays(1))).isEqualTo(Status.ACTIVE);
    }
}
