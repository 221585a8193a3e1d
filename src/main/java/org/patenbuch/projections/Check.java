package org.patenbuch.projections;

/**
 * Something of a module's own that must always hold: every euro accounted for, every entry number there once. The
 * self-check asks all of them.
 */
@FunctionalInterface
public interface Check {
    /** Looks through everything; changes nothing. */
    Found look();
}
