package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.patenbuch.eventstore.Together;
import org.patenbuch.fund.FundCommand.CloseFund;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A period is locked while entries are on their way: nobody waits in a circle. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockOrderTest extends MoneyTest {
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    @Autowired
    private Together together;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @BeforeEach
    void books() {
        partner("P-1");
        fund("F-1", false);
        fund("F-2", false);
        give("B-1", "P-1", "F-1", null, day(1, 10), 1_000);
        give("B-2", "P-1", "F-2", null, day(1, 10), 1_000);
    }

    /** One import is inside the gate and needs the fund next that somebody holds who waits behind the lock. */
    @Test
    void an_entry_of_two_rows_a_lock_and_an_entry_behind_it_all_come_to_an_end() throws Exception {
        Future<?> lock = together.record(() -> {
            pay("A-1", "F-1", day(2, 1), 1);
            Future<?> locking = others.submit(() -> lock(1));
            waitFor(1);
            others.submit(() -> pay("A-2", "F-2", day(2, 1), 1));
            waitFor(2);
            pay("A-3", "F-2", day(2, 1), 1);
            return locking;
        });
        lock.get(30, TimeUnit.SECONDS);

        others.shutdown();
        assertThat(others.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(now(null, null).totals().spentCents()).isEqualTo(3);
    }

    @Test
    void transfers_both_ways_expenses_and_locks_at_once_all_come_to_an_end() throws Exception {
        for (int i = 1; i <= 20; i++) {
            int n = i;
            others.submit(() -> move(n % 2 == 0 ? "F-1" : "F-2", n % 2 == 0 ? "F-2" : "F-1", day(2, 1), n));
            others.submit(() -> pay("A-" + n, n % 3 == 0 ? "F-1" : "F-2", day(2, 1), 1));
            others.submit(() -> lock(n));
        }
        others.shutdown();

        assertThat(others.awaitTermination(40, TimeUnit.SECONDS)).isTrue();
        fund("F-3", false);
        assertThat(now(null, null).totals().balanceCents()).isEqualTo(2_000 - 20);
    }

    @Test
    void a_pledge_is_made_before_its_fund_is_closed_or_never() {
        fund("F-3", false);
        Future<?> making = together.record(() -> {
            close("F-3");
            Future<?> pledging = others.submit(() -> pledge("Z-1", "P-1", "F-3", JANUARY, 100));
            waitFor(1);
            return pledging;
        });

        refused(making, "fund.closed");
    }

    /** An import that pledges and then pays in needs the fund that somebody holds who waits to close it. */
    @Test
    void closing_steps_back_for_those_who_are_paying_in() {
        fund("F-3", false);
        Future<?> closing = together.record(() -> {
            pledge("Z-1", "P-1", "F-3", JANUARY, 100);
            Future<?> shutting = others.submit(() -> close("F-3"));
            waitFor(1);
            give("B-3", "P-1", "F-3", "Z-1", day(2, 1), 100);
            return shutting;
        });

        refused(closing, "fund.not-empty");
    }

    private static void refused(Future<?> sent, String code) {
        assertThatThrownBy(() -> sent.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
    }

    private void close(String fund) {
        send(new CloseFund(partnership, "S-1", fund, "fertig"));
    }

    private void lock(int n) {
        send(new LockPeriod(partnership, "L-" + n, day(6, 1), day(6, 30)));
    }

    /** Not for long: a lock that steps back in time is what this is about. */
    private void waitFor(long waiting) {
        long until = System.nanoTime() + 300_000_000;
        while (jdbc.sql(WAITING).query(Long.class).single() < waiting && System.nanoTime() < until) {
            LockSupport.parkNanos(2_000_000);
        }
    }
}
