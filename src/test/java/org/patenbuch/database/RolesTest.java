package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RolesTest {
    @Test
    void basic() {
        var l = TestDatabase.newDatabase();
        assertThat(JdbcClient.create(new DriverManagerDataSource(
                                l.app().url(), l.app().user(), l.app().password()))
                        .sql("show fsync")
                        .query(String.class)
                        .single())
                .isEqualTo("on");
    }
}
