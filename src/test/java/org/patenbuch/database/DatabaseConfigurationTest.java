package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseConfigurationTest {
    @TempDir
    private Path folder;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
            .withPropertyValues("spring.flyway.locations=classpath:database");

    @Test
    void the_application_works_with_its_role_and_migrations_run_as_the_owner() {
        runner.withPropertyValues("patenbuch.data-dir=" + folder, "patenbuch.programs-dir=" + TestFolder.PROGRAMS)
                .run(context -> {
                    assertThat(user(context.getBean(DataSource.class))).isEqualTo("patenbuch_app");
                    assertThat(user(context.getBean(Flyway.class)
                                    .getConfiguration()
                                    .getDataSource()))
                            .isEqualTo("patenbuch_owner");
                    assertThat(context.getBeanFactory().getDependentBeans("applicationConnection"))
                            .contains("dataSource");
                });
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void with_another_database_named_nothing_is_started() {
        var settings = TestDatabase.emptyDatabase().asSettings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        runner.withPropertyValues("patenbuch.data-dir=" + folder)
                .withPropertyValues(settings)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
                    assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
                            .contains("/test_");
                    assertThat(user(context.getBean(DataSource.class))).isEqualTo("patenbuch_app");
                });
        assertThat(folder).isEmptyDirectory();
    }

    private static String user(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }
}
