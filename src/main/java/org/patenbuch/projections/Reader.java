package org.patenbuch.projections;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.eventstore.EntryMessage;

/** Collects what a processor hands out one by one, and gives it to the view once per transaction. */
class Reader {
    private final View view;
    private final Positions positions;
    private final Rebuilds rebuilds;

    Reader(View view, Positions positions, Rebuilds rebuilds) {
        this.view = view;
        this.positions = positions;
        this.rebuilds = rebuilds;
    }

    View view() {
        return view;
    }

    @EventHandler
    void hear(EventMessage<?> message) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        List<Entry> batch = unit.getOrComputeResource(view.name(), name -> {
            List<Entry> collected = new ArrayList<>();
            unit.onPrepareCommit(ending -> store(collected));
            return collected;
        });
        batch.add(((EntryMessage) message).entry());
    }

    private void store(List<Entry> batch) {
        boolean followed = rebuilds.followed(view.name());
        view.hear(batch);
        if (followed) {
            rebuilds.hearAside(view, batch);
        }
        positions.moved(view.name(), batch.getLast());
    }
}
