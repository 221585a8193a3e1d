package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.projections.View;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** On Spring Boot 4, Axon's auto-configuration falls back to parts that lose data, without a word: so each is asked for. */
class WiringTest extends LedgerTest {
    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private org.axonframework.config.Configuration axon;

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void each_part_that_keeps_data_is_the_one_meant() {
        assertThat(beans.getBean(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
        assertThat(beans.getBean(TokenStore.class)).isExactlyInstanceOf(JdbcTokenStore.class);
        assertThat(beans.getBean(EventBus.class)).isExactlyInstanceOf(EmbeddedEventStore.class);
        assertThat(beans.getBean(EventStorageEngine.class)).isExactlyInstanceOf(Journal.class);
        assertThat(beans.getBean(CommandBus.class)).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(beans.getBean(Snapshotter.class)).isExactlyInstanceOf(SpringAggregateSnapshotter.class);
    }

    @Test
    void axon_itself_uses_the_same_parts() {
        assertThat(axon.getComponent(TransactionManager.class)).isSameAs(beans.getBean(TransactionManager.class));
        assertThat(axon.eventStore()).isSameAs(beans.getBean(EventBus.class));
        assertThat(axon.commandBus()).isSameAs(beans.getBean(CommandBus.class));
        assertThat(axon.snapshotter()).isSameAs(beans.getBean(Snapshotter.class));
    }

    @Test
    void there_is_one_processor_for_each_view_and_one_for_the_registers() {
        Set<String> names = beans.getBeansOfType(View.class).values().stream()
                .map(View::name)
                .collect(Collectors.toSet());

        processing.eventProcessors().forEach((name, processor) -> {
            if (names.remove(name)) {
                assertThat(processor).isExactlyInstanceOf(PooledStreamingEventProcessor.class);
                assertThat(processing.tokenStore(name)).isExactlyInstanceOf(JdbcTokenStore.class);
                assertThat(processing.transactionManager(name)).isExactlyInstanceOf(SpringTransactionManager.class);
            } else {
                assertThat(name).isEqualTo("registers");
                assertThat(processor).isExactlyInstanceOf(SubscribingEventProcessor.class);
            }
        });
        assertThat(names).as("views without a processor").isEmpty();
    }

    @Test
    void no_interceptor_is_a_bean_for_axon_to_run_a_second_time() {
        assertThat(beans.getBeanNamesForType(MessageHandlerInterceptor.class)).isEmpty();
    }

    @Test
    void nothing_calls_home() {
        assertThat(beans.getBeanNamesForType(UpdateChecker.class)).isEmpty();
        assertThatThrownBy(() -> Class.forName("org.axonframework.axonserver.connector.AxonServerConfiguration"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
