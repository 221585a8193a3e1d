package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class RolesTest {
    private static JdbcClient app;
    private static JdbcClient owner;

    @BeforeAll
    static void migrated() {
        DatabaseLogins logins = TestDatabase.emptyDatabase();
        app = TestFolder.as(logins.app());
        owner = TestFolder.as(logins.owner());
        owner.sql("create table entry (id bigint generated always as identity, text varchar(20))")
                .update();
        owner.sql("grant select, insert on entry to patenbuch_app").update();
    }

    @Test
    void the_application_may_do_what_the_owner_granted() {
        app.sql("insert into entry (text) values ('a')").update();
        assertThat(app.sql("select text from entry").query(String.class).list()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "create schema mine",
                "create database mine",
                "create role mine",
                "create temporary table mine (id int)",
                "alter table entry add column more int",
                "alter table entry disable trigger all",
                "drop table entry",
                "update entry set text = 'b'",
                "delete from entry",
                "truncate entry",
                "set role patenbuch_owner",
                "set session_replication_role = replica",
                "alter system set fsync = off",
                "grant patenbuch_owner to patenbuch_app"
            })
    void the_application_may_not(String statement) {
        assertThatThrownBy(() -> app.sql(statement).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner", "must have admin option", "ADMIN option");
    }

    @Test
    void the_owner_is_no_superuser_either() {
        assertThat(owner.sql("select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls"
                                + " from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void one_database_cannot_be_seen_from_another() {
        TestFolder.as(TestDatabase.emptyDatabase().owner())
                .sql("create table elsewhere (id int)")
                .update();
        assertThatThrownBy(() -> app.sql("select * from elsewhere").query().listOfRows())
                .rootCause()
                .hasMessageContaining("does not exist");
    }

    @Test
    void german_names_can_be_sorted_as_germans_do() {
        assertThat(owner.sql("select name from unnest(array['Zander', 'Österle', 'Oster', 'Ostwald']) name"
                                + " order by name collate \"de-x-icu\"")
                        .query(String.class)
                        .list())
                .containsExactly("Oster", "Österle", "Ostwald", "Zander");
    }

    @Test
    void printing_a_login_hides_its_password() {
        DatabaseLogins logins = TestDatabase.emptyDatabase();
        assertThat(logins.toString())
                .doesNotContain(logins.app().password(), logins.owner().password());
    }
}
