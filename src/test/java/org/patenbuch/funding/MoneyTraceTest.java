package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.funding.Trace.Hop;
import org.patenbuch.funding.Trace.Kind;
import org.patenbuch.funding.Trace.Node;
import org.patenbuch.funding.Trace.Stage;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;

class MoneyTraceTest extends MoneyTest {
    @Autowired
    private MoneyTrace trace;

    @BeforeEach
    void books() {
        partner("P-1");
        partner("P-2");
        fund("F-FREE", false);
        fund("F-OTHER", false);
        fund("F-BOUND", true);
        pledge("Z-1", "P-1", "F-FREE", day(1, 1), 500);
        give("B-1", "P-1", "F-FREE", "Z-1", day(1, 10), 100);
        give("B-2", "P-2", "F-FREE", null, day(1, 11), 100);
    }

    @Test
    void a_contribution_is_followed_through_transfers_to_expenses_and_what_is_left() {
        move("F-FREE", "F-OTHER", day(2, 1), 150);
        move("F-OTHER", "F-BOUND", day(3, 1), 60);
        pay("A-1", "F-BOUND", day(3, 1), 55);
        pay("A-2", "F-OTHER", day(3, 2), 50);

        Trace found = contribution("B-1", now());

        assertThat(found.amountCents()).isEqualTo(100);
        assertThat(found.spentCents()).isEqualTo(95);
        assertThat(found.remainingCents()).isEqualTo(5);
        assertThat(found.pledges()).extracting(Stage::id, Stage::amountCents).containsExactly(Tuple.tuple("Z-1", 100L));
        assertThat(found.expenses())
                .extracting(Stage::id, Stage::amountCents, Stage::wholeCents)
                .containsExactly(Tuple.tuple("A-1", 55L, 55L), Tuple.tuple("A-2", 40L, 50L));
        assertThat(found.transfers()).extracting(Stage::amountCents).containsExactly(100L, 60L);
        addsUp(found);
    }

    @Test
    void an_expense_is_followed_back_to_the_promises_behind_it() {
        move("F-FREE", "F-OTHER", day(2, 1), 150);
        pay("A-1", "F-OTHER", day(3, 1), 130);

        Trace found = trace.expense(partnership, null, "A-1", now()).orElseThrow();

        assertThat(found.amountCents()).isEqualTo(130);
        assertThat(found.contributions())
                .extracting(Stage::id, Stage::amountCents)
                .containsExactly(Tuple.tuple("B-1", 100L), Tuple.tuple("B-2", 30L));
        assertThat(found.pledges()).extracting(Stage::id, Stage::amountCents).containsExactly(Tuple.tuple("Z-1", 100L));
        assertThat(found.hops()).extracting(Hop::from).contains(new Node(Kind.PLEDGE, "Z-1"));
        addsUp(found);
    }

    @Test
    void a_pledge_shows_what_was_given_for_it_what_it_paid_and_what_is_still_to_come() {
        give("B-3", "P-1", "F-FREE", "Z-1", ContributionKind.IN_KIND, day(2, 1), 70);
        give("B-4", "P-1", "F-FREE", "Z-1", day(2, 2), 30);
        takeBack("B-4", "F-FREE");
        pay("A-1", "F-FREE", day(2, 1), 80);

        Trace found = trace.pledge(partnership, null, "Z-1", now()).orElseThrow();

        assertThat(into(found, Kind.CONTRIBUTION)).isEqualTo(170);
        assertThat(into(found, Kind.OUTSTANDING)).isEqualTo(330);
        assertThat(into(found, Kind.USED)).isEqualTo(70);
        assertThat(found.spentCents()).isEqualTo(80);
        assertThat(found.remainingCents()).isEqualTo(20);
        assertThat(found.contributions())
                .extracting(Stage::id, Stage::amountCents, Stage::reversed)
                .contains(Tuple.tuple("B-4", 0L, true));
        addsUp(found);
    }

    @Test
    void each_hop_names_the_events_that_say_so() {
        long given = last.position() - 1;
        move("F-FREE", "F-OTHER", day(2, 1), 100);
        long moved = last.position();
        pay("A-1", "F-OTHER", day(3, 1), 10);

        List<Hop> hops = contribution("B-1", now()).hops();

        assertThat(hops).allSatisfy(hop -> assertThat(hop.events()).isNotEmpty());
        assertThat(hops.getFirst().events()).containsExactly(given);
        assertThat(hops.get(1).events()).containsExactly(moved - 1, moved);
        assertThat(hops.get(2).events()).containsExactly(last.position());
    }

    @Test
    void what_was_undone_is_traced_as_it_was_and_as_it_is() {
        pay("A-1", "F-FREE", day(2, 1), 80);
        long paid = last.position();
        unpay("A-1", "F-FREE");
        takeBack("B-1", "F-FREE");

        Trace expense = trace.expense(partnership, null, "A-1", now()).orElseThrow();
        assertThat(expense.reversed()).isTrue();
        assertThat(into(expense, Kind.REVERSED)).isEqualTo(80);
        assertThat(contribution("B-1", now()).reversed()).isTrue();
        assertThat(contribution("B-1", Asked.NOW.at(paid)).spentCents()).isEqualTo(80);
        assertThat(contribution("B-1", Asked.NOW.at(paid)).reversed()).isFalse();
        addsUp(expense);
        addsUp(contribution("B-1", now()));
    }

    @Test
    void a_partner_follows_its_own_money_and_no_other() {
        pay("A-1", "F-FREE", day(2, 1), 130);

        Trace own = trace.expense(partnership, "P-2", "A-1", now()).orElseThrow();
        assertThat(own.amountCents()).isEqualTo(30);
        assertThat(own.contributions()).extracting(Stage::id).containsExactly("B-2");
        assertThat(own.expenses()).extracting(Stage::wholeCents).containsExactly(30L);
        assertThat(trace.contribution(partnership, "P-2", "B-1", now())).isEmpty();
        assertThat(trace.pledge(partnership, "P-2", "Z-1", now())).isEmpty();
        pay("A-2", "F-FREE", day(2, 2), 10);
        assertThat(trace.expense(partnership, "P-1", "A-2", now())).isEmpty();
        assertThat(trace.expense("someone-else", null, "A-2", now())).isEmpty();
    }

    @Test
    void money_that_went_in_a_circle_is_still_one_way() {
        move("F-FREE", "F-OTHER", day(2, 1), 100);
        move("F-OTHER", "F-FREE", day(2, 2), 60);
        move("F-FREE", "F-BOUND", day(2, 3), 160);
        pay("A-1", "F-BOUND", day(2, 4), 160);

        Trace found = trace.expense(partnership, null, "A-1", now()).orElseThrow();

        assertThat(found.contributions())
                .extracting(Stage::id, Stage::amountCents)
                .containsExactly(Tuple.tuple("B-1", 60L), Tuple.tuple("B-2", 100L));
        addsUp(found);
        addsUp(contribution("B-1", now()));
    }

    private Trace contribution(String id, Asked asked) {
        return trace.contribution(partnership, null, id, asked).orElseThrow();
    }

    private Asked now() {
        return asked(null, null, null, last.position());
    }

    private static long into(Trace trace, Kind kind) {
        return trace.hops().stream()
                .filter(hop -> hop.to().kind() == kind)
                .mapToLong(Hop::amountCents)
                .sum();
    }

    /** What comes into a stage goes out of it, but at the beginning and at the ends. */
    static void addsUp(Trace trace) {
        Map<Node, Long> in = new HashMap<>();
        Map<Node, Long> out = new HashMap<>();
        trace.hops().forEach(hop -> {
            out.merge(hop.from(), hop.amountCents(), Long::sum);
            in.merge(hop.to(), hop.amountCents(), Long::sum);
        });
        for (Node node : in.keySet()) {
            if (out.containsKey(node)) {
                assertThat(out.get(node)).as("%s of %s", node, trace.hops()).isEqualTo(in.get(node));
            }
        }
        Node of = new Node(trace.kind(), trace.id());
        assertThat(out.containsKey(of) ? out.get(of) : in.get(of)).isEqualTo(trace.amountCents());
    }
}
