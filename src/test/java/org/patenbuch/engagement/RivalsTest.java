package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.patenbuch.eventstore.Command;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.Rule;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/** Many at once want what only some can have: exactly those get it, and the others read why not. */
class RivalsTest extends PeopleTest {
    private static final int CALLERS = 16;
    private static final int RIVALS = Integer.getInteger("rivals", 100);

    /** @return for each command {@code ok} or the code of its refusal */
    private List<String> atOnce(List<? extends Command> commands) throws InterruptedException, ExecutionException {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<String>> tries = new ArrayList<>();
            commands.forEach(command -> tries.add(() -> outcome(command)));
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : callers.invokeAll(tries)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private String outcome(Command command) {
        try {
            send(command);
            return "ok";
        } catch (Rejected refused) {
            return refused.code();
        }
    }

    private AssignSponsor assign(int n, String household) {
        return new AssignSponsor(partnership, "M-" + n, "V-1", household, JOINED, null);
    }

    /** {@code -Drivals=500} for the full number. */
    @Test
    void twenty_free_places_are_given_to_twenty_of_all_who_ask() throws Exception {
        activeSponsor("V-1", "Anna Ahorn");
        send(new SetRule(partnership, "RU-1", Rule.SPONSOR_CAPACITY, 20, JOINED, null));
        IntStream.range(0, RIVALS).forEach(n -> household("H-" + n));

        List<String> outcomes = atOnce(
                IntStream.range(0, RIVALS).mapToObj(n -> assign(n, "H-" + n)).toList());

        assertThat(outcomes).filteredOn("ok"::equals).hasSize(20);
        assertThat(outcomes).filteredOn("sponsor.capacity"::equals).hasSize(RIVALS - 20);
    }

    @Test
    void one_household_is_given_to_the_same_sponsor_once() throws Exception {
        activeSponsor("V-1", "Anna Ahorn");
        household("H-1");

        List<String> outcomes = atOnce(
                IntStream.range(0, CALLERS).mapToObj(n -> assign(n, "H-1")).toList());

        assertThat(outcomes).filteredOn("ok"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("sponsorship.duplicate"::equals).hasSize(CALLERS - 1);
    }

    @Test
    void a_day_takes_twenty_four_hours_whoever_logs_them() throws Exception {
        activeSponsor("V-1", "Anna Ahorn");

        List<String> outcomes = atOnce(IntStream.range(0, 60)
                .mapToObj(n -> new LogHours(partnership, "S-" + n, "V-1", null, on(5, 3), 60, Activity.MEETING, null))
                .toList());

        assertThat(outcomes).filteredOn("ok"::equals).hasSize(24);
        assertThat(outcomes).filteredOn("hours.day-full"::equals).hasSize(36);
    }

    @RepeatedTest(10)
    void hours_and_the_end_of_their_sponsorship_never_miss_each_other() throws Exception {
        activeSponsor("V-1", "Anna Ahorn");
        household("H-1");
        assigned("M-1", "V-1", "H-1");

        List<String> outcomes = atOnce(List.of(
                new EndSponsorship(partnership, "E-1", "M-1", on(5, 2), Outcome.MOVED, null),
                new LogHours(partnership, "S-1", "V-1", "M-1", on(5, 3), 60, Activity.VISIT, null)));

        assertThat(outcomes)
                .isIn(List.of("ok", "hours.outside-sponsorship"), List.of("sponsorship.hours-after-end", "ok"));
    }

    @RepeatedTest(10)
    void an_assignment_and_a_departure_are_one_after_the_other() throws Exception {
        activeSponsor("V-1", "Anna Ahorn");
        household("H-1");

        List<String> outcomes =
                atOnce(List.of(new DepartSponsor(partnership, "D-1", "V-1", JOINED, null), assign(1, "H-1")));

        assertThat(outcomes).isIn(List.of("ok", "ok"), List.of("ok", "sponsor.not-eligible"));
    }
}
