package org.patenbuch.projections;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.patenbuch.eventstore.JournalSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * One pooled streaming processor per view, of one segment: one order, one transaction a batch; other nodes stand by.
 * A module of Axon's configuration, because whatever is registered after that has been built is ignored without a word.
 */
@Component
@ConditionalOnProperty(name = "patenbuch.views.read", matchIfMissing = true)
class ViewProcessors implements ConfigurerModule {
    private static final int BATCH = 2_000;

    private final ObjectProvider<View> views;
    private final Positions positions;
    private final JournalSource journal;
    private final Rebuilds rebuilds;

    ViewProcessors(ObjectProvider<View> views, Positions positions, JournalSource journal, Rebuilds rebuilds) {
        this.views = views;
        this.positions = positions;
        this.journal = journal;
        this.rebuilds = rebuilds;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.eventProcessing(processing -> views.orderedStream().forEach(view -> register(processing, view)));
    }

    private void register(EventProcessingConfigurer processing, View view) {
        processing.registerPooledStreamingEventProcessor(
                view.name(),
                c -> journal,
                (c, processor) ->
                        processor.initialSegmentCount(1).batchSize(BATCH).tokenClaimInterval(1_000));
        processing.registerEventHandler(c -> new Reader(view, positions, rebuilds));
        processing.assignHandlerInstancesMatching(
                view.name(), handler -> handler instanceof Reader reader && reader.view() == view);
    }
}
