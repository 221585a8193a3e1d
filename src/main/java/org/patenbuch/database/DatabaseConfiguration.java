package org.patenbuch.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Contributes the embedded database when no other one is named. The data source is built from a bean of this class, so
 * it is closed before the server stops.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoOtherNamed.class)
class DatabaseConfiguration {
    /**
     * The folder of the programs can lie apart from the data: where the data are on a disk that may run none
     * (noexec), or where several data folders share them.
     */
    @Bean
    EmbeddedDatabase embeddedDatabase(
            @Value("${patenbuch.data-dir}") String dataDir,
            @Value("${patenbuch.programs-dir:${patenbuch.data-dir}}") String programsDir) {
        return EmbeddedDatabase.start(Path.of(dataDir), Path.of(programsDir));
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
        return new ApplicationConnection(database.logins().app());
    }

    @Bean
    FlywayConnectionDetails migrationConnection(EmbeddedDatabase database) {
        return new MigrationConnection(database.logins().owner());
    }

    private record ApplicationConnection(DatabaseLogin login) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    private record MigrationConnection(DatabaseLogin login) implements FlywayConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    static class NoOtherNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
