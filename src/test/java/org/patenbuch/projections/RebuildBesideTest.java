package org.patenbuch.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.funding.FundingView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildBesideTest extends LedgerTest {
    private static final String VIEW = "funding";

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private RebuildCommandLine rebuildCommand;

    @Autowired
    private SelfCheckCommandLine selfCheckCommand;

    @Autowired
    private SelfCheck selfCheck;

    @Autowired
    private FundingView funding;

    @Autowired
    private Positions positions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_changed_row_is_found_and_a_rebuild_puts_it_right() {
        positions.await(VIEW, fund(1).position());
        jdbc.sql("UPDATE funding.fund SET name = 'Portokasse' WHERE partnership = ?")
                .param(partnership)
                .update();

        assertThat(selfCheckCommand.call()).isEqualTo(1);
        assertThat(selfCheck.last())
                .filteredOn(checked -> checked.found().name().equals(VIEW))
                .singleElement()
                .satisfies(checked -> assertThat(checked.found().findings())
                        .contains(
                                "funding.fund: wrong " + partnership + "/F-1",
                                "funding.fund: missing " + partnership + "/F-1"));

        assertThat(rebuildCommand.call()).isZero();
        assertThat(jdbc.sql("SELECT name FROM funding.fund WHERE partnership = ?")
                        .param(partnership)
                        .query(String.class)
                        .single())
                .isEqualTo("Topf 1");
        assertThat(selfCheckCommand.call()).isZero();
    }

    @Test
    void every_question_is_answered_while_views_are_rebuilt_under_load() throws Exception {
        positions.await(VIEW, fund(0).position());
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger sent = new AtomicInteger(1);
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
            Future<?> writing = callers.submit(() -> {
                while (!done.get()) {
                    fund(sent.getAndIncrement());
                }
            });
            List<Future<?>> asking =
                    List.of(callers.submit(() -> ask(done, seen)), callers.submit(() -> ask(done, seen)));
            try {
                for (int i = 0; i < 3; i++) {
                    assertThat(rebuild.run(VIEW, progress -> {}).different()).isZero();
                }
            } finally {
                done.set(true);
            }
            writing.get();
            for (Future<?> one : asking) {
                one.get();
            }
        }
        positions.await(VIEW, fund(sent.getAndIncrement()).position());

        assertThat(seen).isNotEmpty();
        assertThat(funds()).isEqualTo(sent.get());
        assertThat(rebuild.compare(VIEW, progress -> {}).different()).isZero();
    }

    @Test
    void a_view_is_not_rebuilt_twice_at_once() {
        assertThatThrownBy(() -> rebuild.run(VIEW, progress -> rebuild.run(VIEW, again -> {})))
                .isInstanceOf(Rebuild.AlreadyRunning.class);
        assertThat(rebuild.underWay()).isEmpty();
    }

    @Test
    void what_a_dead_rebuild_left_behind_holds_nothing_up() {
        jdbc.sql("INSERT INTO view_rebuild (view, run, following) VALUES (?, gen_random_uuid(), true)")
                .param(VIEW)
                .update();

        positions.await(VIEW, fund(1).position());

        assertThat(rebuild.underWay()).isEmpty();
        assertThat(rebuild.run(VIEW, progress -> {}).different()).isZero();
    }

    @Test
    void neither_the_keys_nor_the_journal_can_be_switched_for_other_tables() {
        for (String notAView : List.of("keys", "public", "pg_catalog")) {
            assertThatThrownBy(() -> jdbc.sql("SELECT aside_prepare(?)")
                            .param(notAView)
                            .query((row, n) -> "")
                            .single())
                    .rootCause()
                    .hasMessageContaining("not a view");
        }
    }

    /** What is once there stays there, whichever tables answer. */
    private void ask(AtomicBoolean done, List<Integer> seen) {
        int before = 1;
        while (!done.get()) {
            int now = funds();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
            seen.add(now);
        }
    }

    private int funds() {
        return funding.answer(partnership, Asked.NOW).byFund().size();
    }

    private Receipt fund(int number) {
        return send(new OpenFund(partnership, "F-" + number, "Topf " + number, "alles", false, null));
    }
}
