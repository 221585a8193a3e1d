package org.patenbuch.evidence;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.patenbuch.eventstore.Horizon;
import org.patenbuch.eventstore.Tide;
import org.patenbuch.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals what has been recorded, behind the same horizon as the views: at once when it is quiet, many entries at a time
 * under load. It never stands in the way of a command.
 */
@Component
@ConditionalOnProperty(name = "patenbuch.views.read", matchIfMissing = true)
class Sealer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    /** Between two turns under load. */
    private static final long AT_LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** When nothing has moved: what another node sealed no more, or what failed. */
    private static final long AT_MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Sealing sealing;
    private final Horizon horizon;
    private final Tide tide;
    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean moved;
    private volatile Thread worker;
    private volatile Tide.Listening listening;

    Sealer(Sealing sealing, Horizon horizon, Tide tide) {
        this.sealing = sealing;
        this.horizon = horizon;
        this.tide = tide;
    }

    private void somethingCanBeSealed() {
        lock.lock();
        try {
            moved = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void sealUntilStopped() {
        boolean caughtUp = false;
        String told = "";
        while (worker == Thread.currentThread()) {
            try {
                awaitNews();
                sealAll();
                if (!caughtUp) {
                    sealing.catchUp();
                    caughtUp = true;
                }
                told = "";
            } catch (InterruptedException stopped) {
                return;
            } catch (Vault.Unable away) {
                caughtUp = false;
                told = tell(away.getMessage(), told);
            } catch (RuntimeException failed) {
                log.warn("Sealing stands still and is tried again", failed);
            }
        }
    }

    /** Once, until it changes; then waits a little, and it is tried again. */
    private static String tell(String why, String told) {
        if (!why.equals(told)) {
            log.error("Nothing is signed, and it is tried again every second: {}", why);
        }
        LockSupport.parkNanos(AT_MOST_NANOS);
        return why;
    }

    private void sealAll() throws InterruptedException {
        long sealed;
        do {
            sealed = sealing.turn(horizon.safe());
            if (sealed > 0 && sealed < Sealing.MOST_ENTRIES) {
                TimeUnit.NANOSECONDS.sleep(AT_LEAST_NANOS);
            }
        } while (sealed > 0 && worker == Thread.currentThread());
    }

    private void awaitNews() throws InterruptedException {
        lock.lock();
        try {
            for (long left = AT_MOST_NANOS; !moved && left > 0; ) {
                left = news.awaitNanos(left);
            }
            moved = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform().name("sealer").daemon().unstarted(this::sealUntilStopped);
        worker.start();
        listening = tide.whenMoved(this::somethingCanBeSealed);
    }

    @Override
    public void stop() {
        Thread stopping = worker;
        worker = null;
        if (stopping != null) {
            listening.close();
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(10)); // the database is still there for a turn under way
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** After the horizon has begun to move, before whoever asks for what is sealed. */
    @Override
    public int getPhase() {
        return 1;
    }
}
