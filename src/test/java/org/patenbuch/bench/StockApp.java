package org.patenbuch.bench;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The same task on Axon 4.13.0 as its starter sets it up: JDBC engine, no snapshots, a tracking processor with one
 * upsert per event. It is spared the checks of sponsor, sponsorship, period and repeats.
 */
final class StockApp implements AutoCloseable {
    record Visit(@TargetAggregateIdentifier String sheet, String entry, LocalDate on, int minutes) {}

    record VisitLogged(String sheet, String entry, LocalDate on, int minutes) {}

    private final HikariDataSource dataSource;
    private final Configuration axon;
    private final Months months;

    StockApp(DatabaseLogins database, int connections, String processor) {
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(database.app().url());
        dataSource.setUsername(database.app().user());
        dataSource.setPassword(database.app().password());
        dataSource.setMaximumPoolSize(connections);
        TransactionManager transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        ConnectionProvider connection =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
        JacksonSerializer json = json();
        months = new Months(JdbcClient.create(dataSource));
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(c -> transactions)
                .configureSerializer(c -> json)
                .configureEmbeddedEventStore(c -> JdbcEventStorageEngine.builder()
                        .connectionProvider(connection)
                        .transactionManager(transactions)
                        .eventSerializer(json)
                        .snapshotSerializer(json)
                        .build())
                .configureAggregate(Sheet.class)
                .eventProcessing(processing -> processing
                        .registerTokenStore(c -> JdbcTokenStore.builder()
                                .connectionProvider(connection)
                                .serializer(json)
                                .contentType(byte[].class)
                                .build())
                        .registerEventHandler(c -> months)
                        .byDefaultAssignTo(processor)
                        .usingTrackingEventProcessors())
                .start();
    }

    static void createTables(DatabaseLogins database) {
        DatabaseLogin owner = database.owner();
        var source = new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
        JdbcEventStorageEngine.builder()
                .connectionProvider(source::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(json())
                .snapshotSerializer(json())
                .build()
                .createSchema(PostgresEventTableFactory.INSTANCE);
        JdbcTokenStore.builder()
                .connectionProvider(source::getConnection)
                .serializer(json())
                .contentType(byte[].class)
                .build()
                .createSchema(PostgresTokenTableFactory.INSTANCE);
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("CREATE TABLE month (sheet text PRIMARY KEY, minutes bigint NOT NULL)")
                .update();
        for (String all : List.of("TABLES", "SEQUENCES")) {
            jdbc.sql("GRANT ALL ON ALL " + all + " IN SCHEMA public TO "
                            + database.app().user())
                    .update();
        }
    }

    private static JacksonSerializer json() {
        return JacksonSerializer.builder()
                .objectMapper(
                        JsonMapper.builder().addModule(new JavaTimeModule()).build())
                .build();
    }

    void send(Visit visit) {
        axon.commandGateway().sendAndWait(visit);
    }

    /** Events its processor has handled. */
    long handled() {
        return months.handled.get();
    }

    /** @return events per second of its processor, from its first event on, until it has handled so many */
    double processing(long events) throws InterruptedException {
        while (handled() == 0) {
            Thread.sleep(Duration.ofMillis(1));
        }
        long first = handled();
        long start = System.nanoTime();
        while (handled() < events) {
            Thread.sleep(Duration.ofMillis(5));
        }
        return (handled() - first) * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        axon.shutdown();
        dataSource.close();
    }

    static class Months {
        private final JdbcClient jdbc;
        private final AtomicLong handled = new AtomicLong();

        Months(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(VisitLogged event) {
            jdbc.sql("""
                            INSERT INTO month (sheet, minutes) VALUES (?, ?)
                            ON CONFLICT (sheet) DO UPDATE SET minutes = month.minutes + excluded.minutes""").params(event.sheet(), event.minutes()).update();
            handled.incrementAndGet();
        }
    }

    static class Sheet {
        @AggregateIdentifier
        private String id;

        private final Map<LocalDate, Integer> minutes = new HashMap<>();

        Sheet() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void decide(Visit command) {
            if (minutes.getOrDefault(command.on(), 0) + command.minutes() > 24 * 60) {
                throw new IllegalArgumentException("The day is full");
            }
            apply(new VisitLogged(command.sheet(), command.entry(), command.on(), command.minutes()));
        }

        @EventSourcingHandler
        void on(VisitLogged event) {
            id = event.sheet();
            minutes.merge(event.on(), event.minutes(), Integer::sum);
        }
    }
}
