package org.patenbuch.timesheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.kernel.Personal;
import org.patenbuch.partnership.Rule;
import org.patenbuch.partnership.Rules;
import org.patenbuch.sponsor.Fixed;
import org.patenbuch.timesheet.ClaimCommand.ClaimHours;
import org.patenbuch.timesheet.ClaimCommand.WithdrawClaim;
import org.patenbuch.timesheet.ClaimEvent.ClaimWithdrawn;
import org.patenbuch.timesheet.ClaimEvent.HoursClaimed;
import org.patenbuch.timesheet.ClaimEvent.Valued;

class ClaimHoursTest {
    private static final LocalDate FROM = LocalDate.of(2013, 1, 1);
    private static final LocalDate TO = LocalDate.of(2013, 12, 31);
    private static final LocalDate JULY = LocalDate.of(2013, 7, 1);
    private static final Personal WHY = Personal.of("rosenstadt/hour-claim/C-1", "another funder");

    private final List<Approvals.Approved> free = new ArrayList<>();
    private final List<String> claimed = new ArrayList<>();

    private final Approvals approvals = new Approvals(null) {
        @Override
        List<Approved> free(String partnership, LocalDate from, LocalDate to) {
            return free;
        }

        @Override
        void claim(String partnership, List<String> entryIds, String claimId) {
            claimed.addAll(entryIds);
        }

        @Override
        void release(String partnership, String claimId) {
            claimed.clear();
        }
    };

    /** Ten euro an hour, from July on twelve; for P-2 nothing is settled. */
    private static final Rules RULES = new Rules(null) {
        @Override
        public long on(LocalDate day, String partnership, Rule rule, @Nullable String funder) {
            return "P-2".equals(funder) ? 0 : day.isBefore(JULY) ? 1_000 : 1_200;
        }
    };

    private Given<Claim> claims() {
        return Given.stream(Claim.class, approvals, RULES, Fixed.known("partner/P-1", "partner/P-2"));
    }

    private static ClaimHours claim(String funder, LocalDate to) {
        return new ClaimHours("rosenstadt", "C-1", funder, FROM, to);
    }

    private static HoursClaimed claimed(List<String> ids, int minutes, long cents, Valued... parts) {
        return new HoursClaimed("C-1", "P-1", FROM, TO, ids, minutes, cents, List.of(parts));
    }

    @Test
    void every_hour_is_worth_what_the_rule_of_its_day_says() {
        free.add(new Approvals.Approved("S-1", FROM, 90));
        free.add(new Approvals.Approved("S-2", JULY.minusDays(1), 20));
        free.add(new Approvals.Approved("S-3", JULY, 20));
        claims().when(claim("P-1", TO))
                .then(claimed(
                        List.of("S-1", "S-2", "S-3"),
                        130,
                        1_833 + 400,
                        new Valued(1_000, 110, 1_833),
                        new Valued(1_200, 20, 400)));
        assertThat(claimed).containsExactly("S-1", "S-2", "S-3");
    }

    @Test
    void refuses_where_nothing_is_free_or_nothing_is_settled_or_nobody_is_known() {
        claims().when(claim("P-1", TO)).refused("claim.nothing");
        free.add(new Approvals.Approved("S-1", FROM, 90));
        claims().when(claim("P-2", TO)).refused("claim.no-value");
        claims().when(claim("P-9", TO)).refused("unknown-reference");
        claims().when(claim("P-1", FROM.minusDays(1))).refused("period.ends-before-start");
        assertThat(claimed).isEmpty();
    }

    @Test
    void a_withdrawn_claim_gives_its_hours_back_once() {
        HoursClaimed made = claimed(List.of("S-1"), 60, 1_000, new Valued(1_000, 60, 1_000));
        WithdrawClaim withdraw = new WithdrawClaim("rosenstadt", "W-1", "C-1", WHY);
        claims().events(made).when(withdraw).then(new ClaimWithdrawn("C-1", WHY));
        claims().events(made, new ClaimWithdrawn("C-1", WHY)).when(withdraw).refused("claim.withdrawn");
    }
}
