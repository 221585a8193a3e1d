package org.patenbuch.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/**
 * The journal from a position on, without end, for one reader. Unlike Axon's stream over an embedded store it wakes its
 * processor, which else looks only twice a second; and what it cannot read is the processor's to wait for.
 */
class JournalStream implements TrackingEventStream {
    private static final long PEACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Journal journal;
    private final Horizon horizon;
    private final Deque<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private final Tide.Listening listening;
    private volatile Runnable callback = () -> {};
    private volatile boolean closed;
    private long readTo;
    private long handedOut = System.nanoTime() - PEACE_NANOS;

    JournalStream(Journal journal, Horizon horizon, Tide tide, long after) {
        this.journal = journal;
        this.horizon = horizon;
        this.readTo = after;
        this.listening = tide.whenMoved(this::wake);
    }

    private void wake() {
        news.release();
        callback.run();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!available()) {
            if (closed || !news.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Asks the database only if there is something to be had. */
    private boolean available() {
        long safe = horizon.safe();
        if (fetched.isEmpty() && readTo < safe && !closed) {
            news.drainPermits();
            fetch(safe);
        }
        return !fetched.isEmpty();
    }

    /** An error makes the processor drop what it was given and has not stored yet, so it is left in peace for that. */
    private void fetch(long safe) {
        try {
            var entries = journal.between(readTo, safe, Journal.TRACKED_BATCH);
            entries.forEach(entry -> fetched.add(new EntryMessage(entry)));
            readTo = entries.isEmpty() ? safe : entries.getLast().position();
        } catch (EventCodec.UnknownFact unknown) {
            if (System.nanoTime() - handedOut > PEACE_NANOS) {
                throw unknown;
            }
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return available() ? Optional.of(fetched.peekFirst()) : Optional.empty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new IllegalStateException("The stream was closed");
            }
        }
        handedOut = System.nanoTime();
        return fetched.removeFirst();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        callback = whenAvailable;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        listening.close();
        news.release();
    }
}
