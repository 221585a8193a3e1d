package org.patenbuch.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Moves the {@link Horizon} on and tells readers when there is more to read: at once after a commit of this node, and
 * often enough to see those of others. One question to the database per turn, however many readers there are; none
 * while there are no readers.
 */
@Component
public class Tide implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Tide.class);

    /** Between two turns under load; a turn is three short queries. */
    private static final long AT_LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    /** How late a commit of another node may be seen while there are commits. */
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** How late it may be seen where nothing has been recorded for a while: a ledger nobody writes to costs little. */
    private static final long AT_MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** While the database does not answer. */
    private static final long WHEN_FAILING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Horizon horizon;
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private volatile boolean committed;
    private volatile Thread worker;
    private long told;

    Tide(Horizon horizon) {
        this.horizon = horizon;
    }

    /** Calls the reader whenever the horizon has moved, until the answer is closed. The call must be short. */
    public Listening whenMoved(Runnable reader) {
        readers.add(reader);
        somethingWasCommitted();
        return () -> readers.remove(reader);
    }

    /** To be told of no more news. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    void somethingWasCommitted() {
        if (committed) {
            return;
        }
        lock.lock();
        try {
            committed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void turnUntilStopped() {
        long pause = SOON_NANOS;
        while (worker == Thread.currentThread()) {
            try {
                boolean quiet = !awaitNews(pause);
                if (!readers.isEmpty()) {
                    quiet &= !turn();
                }
                pause = quiet ? Math.min(AT_MOST_NANOS, pause + pause / 4) : SOON_NANOS;
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unreachable) {
                log.warn("The journal's horizon cannot be moved on, views stand still", unreachable);
                pause = WHEN_FAILING_NANOS;
            }
        }
    }

    /** @return whether this node has committed something */
    private boolean awaitNews(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!committed && left > 0) {
                left = news.awaitNanos(left);
            }
            for (long rest = AT_LEAST_NANOS; rest > 0; ) {
                rest = news.awaitNanos(rest);
            }
            return committed;
        } finally {
            committed = false;
            lock.unlock();
        }
    }

    /** @return whether there was more to read; others may have moved the horizon since the last turn */
    private boolean turn() {
        long safe = horizon.advance();
        if (safe == told) {
            return false;
        }
        told = safe;
        readers.forEach(Runnable::run);
        return true;
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform().name("horizon").daemon().unstarted(this::turnUntilStopped);
        worker.start();
    }

    @Override
    public void stop() {
        Thread stopping = worker;
        worker = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Before the processors of views start, and after they have stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
