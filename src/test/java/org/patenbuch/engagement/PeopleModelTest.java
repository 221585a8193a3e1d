package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random histories, sent to the ledger and told to a plain model: the same is accepted, the same refused for the same
 * reason, the same hours add up. {@code -Dmodel.histories=1000 -Dmodel.seed=…} for more, or for one again.
 */
class PeopleModelTest extends PeopleTest {
    private static final int HISTORIES = Integer.getInteger("model.histories", 6);
    private static final int COMMANDS = 100;
    private static final long SEED = Long.getLong("model.seed", System.nanoTime());
    private static final LocalDate START = Dice.START;
    private static final Pattern REFUSAL = Pattern.compile("new Rejected\\(\\s*\"([^\"]+)\"");

    /** Needs a second person at work, SubmitTimesheetTest has it. */
    private static final Set<String> ELSEWHERE = Set.of("hours.four-eyes");

    @Autowired
    private Clock clock;

    @Autowired
    private EngagementView view;

    @Autowired
    private Timesheets timesheets;

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void the_ledger_decides_and_adds_up_as_a_plain_model_does() {
        System.out.println("people model, seed " + SEED);
        for (int history = 0; history < HISTORIES; history++) {
            partnership = "m-" + Long.toHexString(SEED) + "-" + history;
            send(new FoundPartnership(partnership, "Modell"));
            live("history " + history, new Dice(SEED + history, partnership));
        }
        System.out.println("people model: " + outcomes);
        assertThat(outcomes.getOrDefault("ok", 0)).isGreaterThan(HISTORIES * COMMANDS / 4);
        if (HISTORIES >= 300) {
            assertThat(outcomes.keySet()).containsAll(refusals());
        }
    }

    /** Every refusal that stands in the code of the modules at work here. */
    private static Set<String> refusals() {
        Set<String> codes = new TreeSet<>();
        for (String module : List.of("sponsor", "household", "sponsorship", "timesheet")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/patenbuch", module))) {
                for (Path file : files.toList()) {
                    REFUSAL.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        codes.removeAll(ELSEWHERE);
        return codes;
    }

    private void live(String where, Dice dice) {
        PeopleModel people = new PeopleModel(LocalDate.now(clock));
        HoursModel hours = new HoursModel(people);
        RandomPeople somebody = new RandomPeople(dice, people, hours);
        RandomHours something = new RandomHours(dice, people, hours);
        RandomPath aside = new RandomPath(dice, people);
        RandomClaims claims = new RandomClaims(dice, people, hours);
        send(new RegisterPartner(
                partnership,
                RandomClaims.FUNDER,
                "Geldgeber",
                PartnerEvent.Kind.PUBLIC_BODY,
                List.of(PartnerEvent.PartnerRole.FUNDER),
                START));
        long last = 0;
        for (int step = 0; step < COMMANDS; step++) {
            Tried tried =
                    step < 12 ? sensible(step, somebody, dice) : anything(somebody, something, aside, claims, dice);
            last = Math.max(last, same("seed " + SEED + ", " + where + ", step " + step, tried));
        }
        assertThat(timesheets.claims(partnership, asked(null, null, null, last)).items().stream()
                        .filter(claim -> claim.status() == ClaimEntry.Status.CLAIMED)
                        .map(claim -> claim.id() + " " + claim.minutes() + " " + claim.valueCents()))
                .as(where)
                .containsExactlyInAnyOrderElementsOf(claims.model.claims.entrySet().stream()
                        .filter(claim -> claim.getValue() != null)
                        .map(claim -> claim.getKey() + " " + claim.getValue().minutes() + " "
                                + claim.getValue().cents())
                        .toList());
        for (int period = 0; period < 3; period++) {
            LocalDate from = dice.day();
            LocalDate to = from.plusDays(dice.random.nextInt(60));
            assertThat(view.answer(partnership, asked(from, to, null, last)).totals())
                    .as(where)
                    .isEqualTo(hours.totals(from, to));
            assertThat(view.answer(partnership, asked(from, to, last, null)).totals())
                    .as(where)
                    .isEqualTo(hours.totals(from, to));
        }
    }

    /** Three sponsors, trained and seen, and three households. */
    private static Tried sensible(int step, RandomPeople somebody, Dice dice) {
        String sponsor = "V-" + step % 3;
        return switch (step / 3) {
            case 0 -> somebody.register(START);
            case 1 -> somebody.train(sponsor, START);
            case 2 -> somebody.see(sponsor, START.minusMonths(dice.random.nextInt(65)), false);
            default -> somebody.takeIn(START);
        };
    }

    private static Tried anything(
            RandomPeople somebody, RandomHours something, RandomPath aside, RandomClaims claims, Dice dice) {
        return switch (dice.random.nextInt(40)) {
            case 0 -> somebody.register(dice.day());
            case 1 -> somebody.train();
            case 2 -> somebody.see();
            case 3 -> somebody.takeIn(dice.day());
            case 4, 5, 6 -> somebody.assign();
            case 7 -> somebody.end();
            case 8 -> somebody.move();
            case 9 -> somebody.close();
            case 10 -> somebody.lockOrRule();
            case 11, 12, 13 -> something.correct();
            case 14, 15 -> something.withdraw();
            case 16, 17 -> something.sendBack();
            case 18 -> something.approve();
            case 19 -> something.revoke();
            case 20, 21, 22 -> aside.sponsorStep();
            case 23, 24 -> aside.consent();
            case 25, 26 -> aside.accompany();
            case 27, 28 -> claims.submit();
            case 29, 30 -> claims.entry();
            case 31, 32 -> claims.claim();
            default -> something.log();
        };
    }

    /** @return the position, 0 where it was refused */
    private long same(String where, Tried tried) {
        String outcome;
        long position = 0;
        try {
            String actor = tried.command() instanceof ReopenPeriod ? "another" : "tester";
            position = send(tried.command(), anyone(actor)).position();
            outcome = PeopleModel.OK;
        } catch (Rejected refused) {
            outcome = refused.code();
        }
        assertThat(outcome).as("%s: %s", where, tried.command()).isEqualTo(tried.expected());
        outcomes.merge(outcome, 1, Integer::sum);
        return position;
    }

    private static Asked asked(LocalDate from, LocalDate to, Long atPosition, Long minPosition) {
        return new Asked(from, to, atPosition, null, minPosition, null, null, null, null, null, null, null, null);
    }
}
