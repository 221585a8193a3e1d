package org.patenbuch.print;

import java.util.Locale;
import java.util.Optional;

/** Says at the foot of a document by what its state is sealed, so that whoever holds it can check it years later. */
public interface Stamp {
    /**
     * @param partnership its id
     * @param position how far the journal was read for the document
     * @return entry number, root and key in a sentence; empty where the state is not sealed
     */
    Optional<String> of(String partnership, long position, Locale language);
}
