package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.fund.Accepting;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Long random histories, refused commands and repeats among them, against a plain model of the rules: every refusal,
 * every figure for random periods, and what was known at every moment that was asked about. More histories with
 * {@code -Dhistories=1000 -Dcommands=200 -Dseed=1}; a failure names its seed.
 */
class MoneyModelTest extends MoneyTest {
    private static final int HISTORIES = Integer.getInteger("histories", 12);
    private static final int COMMANDS = Integer.getInteger("commands", 100);
    private static final long SEED = Long.getLong("seed", 20130101);
    private static final int AT_ONCE = 8;

    @Autowired
    private Accepting accepting;

    /** How often each was met, over all histories. */
    private final Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();

    /** What histories of the usual length come to, "" being a command that was accepted. */
    private static final Set<String> REACHED = Set.of(
            "",
            "contribution.already-linked",
            "contribution.already-reversed",
            "contribution.spent",
            "expense.already-reversed",
            "fund.closed",
            "fund.not-empty",
            "fund.overdrawn",
            "fund.restricted",
            "fund.transfer-to-itself",
            "period.locked",
            "pledge.below-received",
            "pledge.of-another-fund",
            "pledge.of-another-partner",
            "pledge.withdrawn",
            "proposal.decided",
            "unknown-reference");

    private record Sent(Command command, Receipt receipt) {}

    /** An answer as it was given, to be asked for again later. */
    private record Given(LocalDate from, LocalDate to, Funding answer) {}

    @Test
    void no_history_differs_from_the_model() throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Integer>> histories = new ArrayList<>();
            for (int i = 0; i < HISTORIES; i++) {
                long seed = SEED + i;
                histories.add(() -> new History(seed).run());
            }
            int accepted = 0;
            for (Future<Integer> history : pool.invokeAll(histories)) {
                accepted += history.get();
            }
            assertThat(accepted).as("accepted commands").isGreaterThan(HISTORIES * COMMANDS / 4);
            System.out.printf("%d histories of %d commands from seed %d: %s%n", HISTORIES, COMMANDS, SEED, outcomes);
            if (HISTORIES * COMMANDS >= 1_200) {
                assertThat(outcomes).containsOnlyKeys(REACHED);
            }
        }
    }

    /** Sent by many at once; what was accepted is one history in the journal's order, and the model knows no other. */
    @Test
    void whoever_wins_a_race_the_accepted_commands_are_one_history_of_the_model() throws Exception {
        for (int i = 0; i < Math.max(1, HISTORIES / 20); i++) {
            race(SEED + 10_000 + i);
        }
    }

    private record Won(long position, Command command) {}

    private void race(long seed) throws InterruptedException, ExecutionException {
        String own = partnership + "-race-" + seed;
        RandomMoney money = new RandomMoney(seed, own);
        List<Command> commands = new ArrayList<>(money.beginning());
        RandomMoney.dispatch(new FoundPartnership(own, "Zufall"), ledger, accepting);
        List<Won> won = new ArrayList<>();
        for (Command command : commands) {
            won.add(new Won(sent(command), command));
        }
        List<Callable<Won>> rivals = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Command command = money.next();
            rivals.add(() -> new Won(sent(command), command));
            if (money.once(10)) {
                rivals.add(() -> new Won(sent(command), command)); // a repeat wins nothing more
            }
        }
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Won> rival : pool.invokeAll(rivals)) {
                won.add(rival.get());
            }
        }
        MoneyModel model = new MoneyModel();
        won.sort(Comparator.comparing(Won::position));
        Set<String> told = new HashSet<>();
        for (Won one : won) {
            if (one.position() > 0
                    && told.add(one.command().kind() + one.command().id())) {
                assertThat(model.apply(one.command()))
                        .as("seed %d, %s", seed, one.command())
                        .isEmpty();
            }
        }
        LocalDate from = LocalDate.of(2012, 1, 1);
        LocalDate to = LocalDate.of(2014, 12, 31);
        Funding answer = view.answer(own, asked(from, to, null, won.getLast().position()));
        assertThat(answer).as("seed %d", seed).isEqualTo(new ModelSums(model).answer(from, to, answer));
        for (var row : lists.contributions(
                        own, null, asked(null, null, null, null).most(500))
                .items()) {
            assertThat(row.remainingCents()).isEqualTo(model.remaining(model.gifts.get(row.id())));
        }
        assertThat(proposals(own, asked(null, null, null, null).most(500)))
                .as("seed %d", seed)
                .isEqualTo(proposals(model));
    }

    private Map<String, String> proposals(String own, Asked asked) {
        Map<String, String> proposals = new TreeMap<>();
        for (ProposalRow row : lists.proposals(own, asked).items()) {
            proposals.put(row.id(), row.status() + " " + row.expenseId());
        }
        return proposals;
    }

    private static Map<String, String> proposals(MoneyModel model) {
        Map<String, String> proposals = new TreeMap<>();
        model.proposals.forEach((id, proposal) -> proposals.put(id, proposal.status + " " + proposal.expense));
        return proposals;
    }

    /** @return 0 if it was refused */
    private long sent(Command command) {
        try {
            return RandomMoney.dispatch(command, ledger, accepting).position();
        } catch (Rejected refused) {
            return 0;
        }
    }

    private final class History {
        private final long seed;
        private final String own;
        private final RandomMoney money;
        private final MoneyModel model = new MoneyModel();
        private final List<Given> given = new ArrayList<>();
        private final List<Sent> accepted = new ArrayList<>();
        private Receipt newest;

        History(long seed) {
            this.seed = seed;
            this.own = partnership + "-" + seed;
            this.money = new RandomMoney(seed, own);
        }

        int run() {
            dispatch(new FoundPartnership(own, "Zufall " + seed));
            money.beginning().forEach(this::step);
            for (int i = 0; i < COMMANDS; i++) {
                step(money.next());
                if (money.once(8)) {
                    compare();
                }
            }
            compare();
            compareEachEuro();
            for (Given before : given) {
                assertThat(view.answer(
                                own,
                                asked(
                                        before.from(),
                                        before.to(),
                                        before.answer().position(),
                                        null)))
                        .as("seed %d, known at %d", seed, before.answer().position())
                        .isEqualTo(before.answer());
            }
            return accepted.size();
        }

        private void step(Command command) {
            String refused = model.apply(command);
            outcomes.merge(refused, 1, Integer::sum);
            if (refused.isEmpty()) {
                newest = dispatch(command);
                accepted.add(new Sent(command, newest));
            } else {
                assertThatThrownBy(() -> dispatch(command))
                        .as("seed %d, %s", seed, command)
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.code()).isEqualTo(refused));
            }
            if (money.once(10) && !accepted.isEmpty()) {
                sameAgain(accepted.get(money.once(2) ? accepted.size() - 1 : money.anyOf(accepted.size())));
            }
        }

        /** However long ago it was and whatever has become of it since. */
        private void sameAgain(Sent sent) {
            assertThat(dispatch(sent.command()))
                    .as("seed %d, the same again: %s", seed, sent.command())
                    .isEqualTo(new Receipt(sent.receipt().id(), sent.receipt().position(), true));
        }

        private Receipt dispatch(Command command) {
            return RandomMoney.dispatch(command, ledger, accepting);
        }

        private void compare() {
            LocalDate one = money.day();
            LocalDate other =
                    money.once(3) ? one.withDayOfMonth(1).plusMonths(5).minusDays(1) : money.day();
            LocalDate from = one.isBefore(other) ? one : other;
            LocalDate to = one.isBefore(other) ? other : one;
            if (money.once(3)) {
                from = from.withDayOfMonth(1);
            }
            Funding answer = view.answer(own, asked(from, to, null, newest.position()));
            assertThat(answer)
                    .as("seed %d, position %d, %s to %s", seed, answer.position(), from, to)
                    .isEqualTo(new ModelSums(model).answer(from, to, answer));
            given.add(new Given(from, to, answer));
        }

        private void compareEachEuro() {
            for (var row : lists.contributions(own, null, all()).items()) {
                var gift = model.gifts.get(row.id());
                assertThat(row.reversed()).as("seed %d, %s", seed, row.id()).isEqualTo(gift.reversed);
                assertThat(row.remainingCents())
                        .as("seed %d, %s", seed, row.id())
                        .isEqualTo(model.remaining(gift));
            }
            for (var row : lists.expenses(own, all()).items()) {
                long paid = row.paidBy().stream()
                        .mapToLong(ExpenseRow.Paid::amountCents)
                        .sum();
                RecordExpense cost = model.costs.get(row.id()).as;
                assertThat(paid).isEqualTo(row.reversed() ? 0 : cost.amountCents());
            }
            for (var row : lists.funds(own, all()).items()) {
                assertThat(row.balanceCents()).as("seed %d, %s", seed, row.id()).isEqualTo(model.cashNow(row.id()));
            }
            assertThat(lists.expenses(own, all()).items())
                    .extracting(ExpenseRow::id)
                    .containsExactlyInAnyOrderElementsOf(model.costs.keySet());
            assertThat(proposals(own, all())).as("seed %d", seed).isEqualTo(proposals(model));
        }

        private Asked all() {
            return new Asked(null, null, null, null, newest.position(), 500, null, null, null, null, null, null, null);
        }
    }
}
