package org.patenbuch.print;

import java.util.Optional;

/** Knows by what a state of the journal is sealed. */
public interface Stamper {
    /**
     * @param partnership its id
     * @param position how far the journal was read
     * @return the same whenever it is asked; empty as long as the state is not sealed
     */
    Optional<Stamp> of(String partnership, long position);
}
