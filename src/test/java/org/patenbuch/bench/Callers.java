package org.patenbuch.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many callers, each doing one thing after the other for a while. */
final class Callers implements AutoCloseable {
    /** One thing a caller does. */
    interface Call {
        void by(int caller) throws Exception;
    }

    private final int count;
    private final ExecutorService threads;

    Callers(int count) {
        this.count = count;
        threads = Executors.newFixedThreadPool(count);
    }

    /** @return calls per second of all callers together */
    double during(Duration time, Call call) {
        long start = System.nanoTime();
        List<Future<Long>> callers = new ArrayList<>();
        for (int caller = 0; caller < count; caller++) {
            int number = caller;
            callers.add(threads.submit(() -> {
                long calls = 0;
                while (System.nanoTime() - start < time.toNanos()) {
                    call.by(number);
                    calls++;
                }
                return calls;
            }));
        }
        long calls = 0;
        for (Future<Long> caller : callers) {
            calls += value(caller);
        }
        return calls * 1e9 / (System.nanoTime() - start);
    }

    private static long value(Future<Long> caller) {
        try {
            return caller.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
