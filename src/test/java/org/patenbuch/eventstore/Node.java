package org.patenbuch.eventstore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** One node of the ledger without its web part, on any database: start two of them on one and they share the work. */
public final class Node implements AutoCloseable {
    public static final String ACTOR = "coordinator";

    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param more aggregates, views and registers of the test itself, beside those of the deciding modules */
    public static Node start(DatabaseLogins database, Class<?>... more) {
        return start(database, List.of(), more);
    }

    /** @param settings {@code name=value}, in place of the usual ones */
    public static Node start(DatabaseLogins database, List<String> settings, Class<?>... more) {
        Class<?>[] sources =
                Stream.concat(Stream.of(more), Stream.of(Parts.class)).toArray(Class<?>[]::new);
        String[] all = Stream.concat(Stream.of(settings(database)), settings.stream())
                .map("--"::concat) // as arguments they go before application.yml and the test run's own
                .toArray(String[]::new);
        return new Node(new SpringApplicationBuilder(sources).run(all));
    }

    private static String[] settings(DatabaseLogins database) {
        DatabaseLogin app = database.app();
        DatabaseLogin owner = database.owner();
        return new String[] {
            "spring.main.web-application-type=none",
            "spring.main.banner-mode=off",
            "spring.main.register-shutdown-hook=false",
            "logging.level.root=warn",
            "spring.datasource.url=" + app.url(),
            "spring.datasource.username=" + app.user(),
            "spring.datasource.password=" + app.password(),
            "spring.flyway.url=" + owner.url(),
            "spring.flyway.user=" + owner.user(),
            "spring.flyway.password=" + owner.password(),
            "patenbuch.data-dir=" + keysOf(app)
        };
    }

    /** Nodes on one database share one master key. */
    private static Path keysOf(DatabaseLogin login) {
        String name = login.url().substring(login.url().lastIndexOf('/') + 1);
        return Path.of(keys(), name);
    }

    /** The folder of the master keys; a process that is to share them is told it as {@code -Dnodes}. */
    static String keys() {
        return System.getProperty(
                "nodes",
                Path.of("target", "nodes", Long.toString(ProcessHandle.current().pid()))
                        .toAbsolutePath()
                        .toString());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public Receipt send(Command command) {
        return bean(Ledger.class).send(command, who(command.partnership()), Origin.api());
    }

    /** Views stand still from here on. */
    public void stopViews() {
        processors().forEach(StreamingEventProcessor::shutDown);
    }

    public void startViews() {
        processors().forEach(StreamingEventProcessor::start);
    }

    private Stream<StreamingEventProcessor> processors() {
        return bean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast);
    }

    public static Who who(String partnership) {
        return new Who(partnership, ACTOR, Set.of(Role.COORDINATOR), null, null);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Marked as a test's own, so that tests of the whole application do not pick it up. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.patenbuch.eventstore",
                "org.patenbuch.privacy",
                "org.patenbuch.vault",
                "org.patenbuch.projections",
                "org.patenbuch.partnership",
                "org.patenbuch.partner",
                "org.patenbuch.fund",
                "org.patenbuch.pledge",
                "org.patenbuch.funding",
                "org.patenbuch.sponsor",
                "org.patenbuch.household",
                "org.patenbuch.sponsorship",
                "org.patenbuch.timesheet",
                "org.patenbuch.engagement"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = LeftOut.class))
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Europe/Berlin"));
        }

        @Bean
        MaySend maySend() {
            return (who, command, origin) -> Role.COORDINATOR;
        }
    }

    /** What lies in the test tree comes in only by name, what serves pages and programs not at all. */
    static class LeftOut implements TypeFilter {
        @Override
        public boolean match(MetadataReader candidate, MetadataReaderFactory factory) throws IOException {
            return candidate.getResource().getURL().getPath().contains("/test-classes/")
                    || candidate.getAnnotationMetadata().isAnnotated(Controller.class.getName())
                    || Stream.of(candidate.getClassMetadata().getInterfaceNames())
                            .anyMatch(
                                    name -> name.startsWith("org.springframework.web.") || name.contains("springdoc"));
        }
    }
}
