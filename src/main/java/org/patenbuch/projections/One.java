package org.patenbuch.projections;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** One item of a list, asked for by its id: its own fields, and how much the ledger knew. */
public record One<T>(@JsonUnwrapped T item, long position, Instant knownAt) {
    public static <T> One<T> of(T item, Moment moment) {
        return new One<>(item, moment.position(), moment.knownAt());
    }
}
