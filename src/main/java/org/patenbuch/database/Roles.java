package org.patenbuch.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roles of the cluster and what they may do in a database: the application never owns what it writes to. */
final class Roles {
    static final String OWNER = "patenbuch_owner";
    static final String APP = "patenbuch_app";

    private Roles() {}

    static void create(JdbcClient superuser, Passwords passwords) {
        create(superuser, OWNER, passwords.owner());
        create(superuser, APP, passwords.app());
    }

    private static void create(JdbcClient superuser, String role, String password) {
        if (absent(superuser, "select count(*) from pg_roles where rolname = :name", role)) {
            String statement = superuser
                    .sql("select format('create role %I login noinherit password %L', :role, :password)")
                    .param("role", role)
                    .param("password", password)
                    .query(String.class)
                    .single();
            superuser.sql(statement).update();
        }
    }

    /** Name: letters, digits and underscores, as the caller chose it, never a user's text. */
    static void createDatabase(JdbcClient superuser, String name) {
        if (absent(superuser, "select count(*) from pg_database where datname = :name", name)) {
            superuser.sql("create database " + name + " owner " + OWNER).update();
            superuser.sql("revoke all on database " + name + " from public").update();
            superuser.sql("grant connect on database " + name + " to " + APP).update();
        }
    }

    /** What the owner's migrations create, the application may use; tables of the journal take rights away again. */
    static void grantUse(JdbcClient owner) {
        for (String statement : List.of(
                "revoke all on schema public from public",
                "grant usage on schema public to " + APP,
                "alter default privileges in schema public grant select, insert, update, delete on tables to " + APP,
                "alter default privileges in schema public grant usage, select on sequences to " + APP)) {
            owner.sql(statement).update();
        }
    }

    private static boolean absent(JdbcClient superuser, String count, String name) {
        return superuser.sql(count).param("name", name).query(Integer.class).single() == 0;
    }
}
