package org.patenbuch.sponsorship;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.household.Households;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Rule;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.Fixed;
import org.patenbuch.sponsor.Standing;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;

class AssignSponsorTest {
    private static final LocalDate FROM = LocalDate.of(2013, 2, 1);
    private static final Standing ACTIVE =
            Standing.joined(FROM.minusYears(1)).trained(FROM.minusYears(1)).seen(new Certificate(FROM, false));

    private @Nullable Standing standing = ACTIVE;
    private List<String> carries = List.of();
    private Map<Rule, Long> rules = Map.of();
    private LocalDate householdOpenUntil = LocalDate.MAX;
    private LocalDate locked = LocalDate.MIN;

    private Given<Sponsorship> whenAssigned() {
        return Given.stream(
                        Sponsorship.class,
                        Fixed.locked(locked),
                        Fixed.standing(standing),
                        households(),
                        sponsorships(),
                        Fixed.rules(rules))
                .when(new AssignSponsor("rosenstadt", "M-1", "V-01", "H-001", FROM, null));
    }

    private Households households() {
        return new Households(null) {
            @Override
            public void requireOpen(String partnership, String householdId, LocalDate day) {
                if (day.isAfter(householdOpenUntil)) {
                    throw new Rejected("household.not-open", householdId, day);
                }
            }
        };
    }

    private Sponsorships sponsorships() {
        return new Sponsorships(null) {
            @Override
            public List<String> householdsOf(String sponsorId, String partnership, LocalDate day) {
                return carries;
            }
        };
    }

    @Test
    void an_active_sponsor_is_assigned() {
        whenAssigned().then(new SponsorAssigned("M-1", "V-01", "H-001", FROM, null));
    }

    @Test
    void refuses_a_sponsor_who_lacks_something_on_the_first_day() {
        standing = Standing.joined(FROM.minusYears(1)).trained(FROM.minusYears(1));
        whenAssigned().refused("sponsor.not-eligible");
    }

    @Test
    void judges_the_certificate_by_the_rule_of_the_first_day() {
        standing = Standing.joined(FROM.minusYears(9))
                .trained(FROM.minusYears(9))
                .seen(new Certificate(FROM.minusMonths(13), false));
        whenAssigned().then(new SponsorAssigned("M-1", "V-01", "H-001", FROM, null));
        rules = Map.of(Rule.CERTIFICATE_VALID_MONTHS, 12L);
        whenAssigned().refused("sponsor.not-eligible");
    }

    @Test
    void refuses_a_sponsor_who_is_not_there() {
        standing = null;
        whenAssigned().refused("unknown-reference");
    }

    @Test
    void gives_the_last_free_place_and_refuses_the_one_after_it() {
        carries = List.of("H-002", "H-003");
        whenAssigned().then(new SponsorAssigned("M-1", "V-01", "H-001", FROM, null));
        carries = List.of("H-002", "H-003", "H-004");
        whenAssigned().refused("sponsor.capacity");
    }

    @Test
    void the_capacity_is_a_rule_of_its_day() {
        carries = List.of("H-002");
        rules = Map.of(Rule.SPONSOR_CAPACITY, 1L);
        whenAssigned().refused("sponsor.capacity");
    }

    @Test
    void refuses_the_same_household_twice_at_once() {
        carries = List.of("H-001");
        whenAssigned().refused("sponsorship.duplicate");
    }

    @Test
    void refuses_a_household_that_is_not_open_on_the_first_day() {
        householdOpenUntil = FROM.minusDays(1);
        whenAssigned().refused("household.not-open");
    }

    @Test
    void refuses_a_first_day_in_a_locked_period() {
        locked = FROM;
        whenAssigned().refused("period.locked");
    }
}
