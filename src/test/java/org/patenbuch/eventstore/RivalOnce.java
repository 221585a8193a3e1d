package org.patenbuch.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;

/** Someone who writes to the same stream, once, just between a decision and its commit. */
record RivalOnce(Runnable writes, AtomicBoolean done) {
    RivalOnce(Runnable writes) {
        this(writes, new AtomicBoolean());
    }

    boolean came() {
        return done.get();
    }

    <T> T beside(Node node, Supplier<T> work) {
        Registration registration = node.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            Object result = chain.proceed();
            if (done.compareAndSet(false, true)) {
                CompletableFuture.runAsync(writes).join();
            }
            return result;
        });
        try {
            return work.get();
        } finally {
            registration.cancel();
        }
    }
}
