package org.patenbuch.projections;

import java.util.List;
import org.patenbuch.eventstore.Entry;

/**
 * A view of the journal: hears events and keeps rows. It hears every event exactly once, in the journal's order, in
 * batches; rows, position and token are one transaction. It sends no commands and has no effect outside its rows.
 */
public interface View {
    /** Its name, also of the schema its tables live in. */
    String name();

    /** Must not fail on any recorded event: facts are never refused. */
    void hear(List<Entry> batch);
}
