package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random histories, sent to the ledger and told to a plain model: the same is accepted, the same refused for the same
 * reason, the same hours add up. {@code -Dmodel.histories=1000 -Dmodel.seed=…} for more, or for one again.
 */
class PeopleModelTest extends PeopleTest {
    private static final int HISTORIES = Integer.getInteger("model.histories", 100);
    private static final int COMMANDS = 100;
    private static final long SEED = Long.getLong("model.seed", System.nanoTime());
    private static final LocalDate START = Dice.START;

    @Autowired
    private Clock clock;

    @Autowired
    private EngagementView view;

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
    }

    private void live(String where, Dice dice) {
        PeopleModel people = new PeopleModel(LocalDate.now(clock));
        HoursModel hours = new HoursModel(people);
        RandomPeople somebody = new RandomPeople(dice, people, hours);
        RandomHours something = new RandomHours(dice, people, hours);
        long last = 0;
        for (int step = 0; step < COMMANDS; step++) {
            Tried tried = step < 12 ? sensible(step, somebody, dice) : anything(somebody, something, dice);
            last = Math.max(last, same("seed " + SEED + ", " + where + ", step " + step, tried));
        }
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

    private static Tried anything(RandomPeople somebody, RandomHours something, Dice dice) {
        return switch (dice.random.nextInt(28)) {
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
