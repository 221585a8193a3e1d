package org.patenbuch.projections;

import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** One pooled streaming processor per view, of one segment: one order, one transaction a batch; other nodes stand by. */
@Component
class ViewProcessors {
    private static final int BATCH = 500;

    @Autowired
    void register(EventProcessingConfigurer processing, ObjectProvider<View> views, Positions positions) {
        for (View view : views.orderedStream().toList()) {
            processing.registerPooledStreamingEventProcessor(
                    view.name(),
                    Configuration::eventStore,
                    (c, processor) ->
                            processor.initialSegmentCount(1).batchSize(BATCH).tokenClaimInterval(1_000));
            processing.registerEventHandler(c -> new Reader(view, positions));
            processing.assignHandlerInstancesMatching(
                    view.name(), handler -> handler instanceof Reader reader && reader.view() == view);
        }
    }
}
