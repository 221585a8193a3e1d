package org.patenbuch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.eventstore.Node;
import org.patenbuch.funding.FundingView;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Found;
import org.patenbuch.projections.Positions;
import org.patenbuch.projections.Rebuild;
import org.patenbuch.projections.SelfCheck;

/** Both views are built again beside the live ones, for longer than anyone would hold their breath, while people work. */
@Tag("faults")
class RebuildUnderLoadTest {
    private static final long EVENTS = Long.getLong("rebuild.events", 400_000);
    private static final int COMMANDS_A_SECOND = 50;
    private static final int WRITERS = 4;
    private static final Duration LEAST = Duration.ofSeconds(20);

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicLong lastPosition = new AtomicLong();
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();

    @Test
    void no_question_fails_while_both_views_are_rebuilt_under_fifty_commands_a_second() throws Exception {
        try (Node node = Node.start(
                        TestDatabase.newDatabase(), List.of("spring.datasource.hikari.maximum-pool-size=20"));
                ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);
                ExecutorService askers = Executors.newFixedThreadPool(2)) {
            node.stopViews();
            World.prepare(node::send);
            World.fill(node.jdbc(), EVENTS);
            org.patenbuch.bench.Rebuild.ofBothViews(node);
            try {
                rebuildUnderLoad(node, writers, askers);
            } finally {
                done.set(true); // else those who write and ask never end, and what went wrong is never told
                writers.shutdownNow();
            }
        }
    }

    private void rebuildUnderLoad(Node node, ScheduledExecutorService writers, ExecutorService askers)
            throws Exception {
        long began = System.nanoTime();
        write(node, writers);
        List<Future<?>> asking =
                List.of(askers.submit(() -> ask(() -> minutes(node))), askers.submit(() -> ask(() -> received(node))));

        Rebuild rebuild = node.bean(Rebuild.class);
        List<String> told = new ArrayList<>();
        long rebuilt = 0;
        for (String view : List.of(FundingView.NAME, EngagementView.NAME)) {
            long start = System.nanoTime();
            Found found = rebuild.run(view, progress -> {});
            rebuilt += System.nanoTime() - start;
            told.add(String.format(Locale.ROOT, "%s %.1f s", view, (System.nanoTime() - start) / 1e9));
            assertThat(found.findings()).as("live and rebuilt " + view).isEmpty();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double rate = sent.get() / seconds;
        done.set(true);
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        for (Future<?> one : asking) {
            one.get();
        }

        System.out.printf(
                Locale.ROOT,
                "rebuild under load: %d events; %s; %d commands (%.1f/s), %d questions, %d failed%n",
                EVENTS,
                String.join(", ", told),
                sent.get(),
                rate,
                answered.get(),
                failed.size());
        assertThat(failed).isEmpty();
        assertThat(rate).as("commands a second").isGreaterThan(0.95 * COMMANDS_A_SECOND);
        assertThat(Duration.ofNanos(rebuilt)).isGreaterThan(LEAST);
        assertThat(answered.get()).isGreaterThan(100);
        liveIsRebuilt(node);
    }

    /** Everything that was acknowledged is in the views, and they are what a rebuild from nothing gives. */
    private void liveIsRebuilt(Node node) {
        for (String view : List.of(FundingView.NAME, EngagementView.NAME)) {
            node.bean(Positions.class).await(view, lastPosition.get());
        }
        assertThat(entries(node)).isEqualTo(EVENTS * 9 / 10 + sent.get());
        for (Found found : node.bean(SelfCheck.class).run(progress -> {})) {
            System.out.printf(
                    "selfcheck %s: %d rows, %d different%n", found.name(), found.lookedAt(), found.different());
            assertThat(found.findings()).as(found.name()).isEmpty();
        }
    }

    private void write(Node node, ScheduledExecutorService writers) {
        World world = new World();
        long every = TimeUnit.SECONDS.toMicros(1) * WRITERS / COMMANDS_A_SECOND;
        for (int caller = 0; caller < WRITERS; caller++) {
            int own = caller;
            writers.scheduleAtFixedRate(
                    () -> {
                        try {
                            long position =
                                    node.send(world.nextVisit(own, WRITERS)).position();
                            lastPosition.accumulateAndGet(position, Math::max);
                            sent.incrementAndGet();
                        } catch (RuntimeException refused) {
                            failed.add("command: " + refused);
                        }
                    },
                    every * own / WRITERS,
                    every,
                    TimeUnit.MICROSECONDS);
        }
    }

    /** What was there once stays there, whichever tables answer; and what was known once stays as it was. */
    private void ask(Callable<long[]> question) {
        long before = 0;
        Long then = null;
        while (!done.get()) {
            try {
                long[] answer = question.call();
                if (answer[0] < before) failed.add("now " + answer[0] + " after " + before);
                if (then != null && then != answer[1]) failed.add("then " + answer[1] + " and once " + then);
                before = answer[0];
                then = answer[1];
                answered.addAndGet(answer.length);
            } catch (Exception broken) {
                failed.add("question: " + broken);
            }
        }
    }

    private static long[] minutes(Node node) {
        EngagementView view = node.bean(EngagementView.class);
        return new long[] {
            view.answer(World.PARTNERSHIP, Asked.NOW).totals().minutes(),
            view.answer(World.PARTNERSHIP, Asked.NOW.at(EVENTS / 2)).totals().minutes()
        };
    }

    private static long[] received(Node node) {
        FundingView view = node.bean(FundingView.class);
        return new long[] {
            view.answer(World.PARTNERSHIP, Asked.NOW).totals().receivedMoneyCents(),
            view.answer(World.PARTNERSHIP, Asked.NOW.at(EVENTS / 2)).totals().receivedMoneyCents()
        };
    }

    private static long entries(Node node) {
        return node.bean(EngagementView.class)
                .answer(World.PARTNERSHIP, Asked.NOW)
                .totals()
                .entries();
    }
}
