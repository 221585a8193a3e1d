package org.patenbuch.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The roles of the cluster and what they may do in a database: the application never owns what it writes to. */
final class Roles {
    static final String OWNER = "patenbuch_owner";
    static final String APP = "patenbuch_app";
    static final String AUDITOR = "patenbuch_auditor";

    private Roles() {}

    static void create(JdbcClient superuser, Passwords passwords) {
        create(superuser, OWNER, passwords.owner());
        create(superuser, APP, passwords.app());
        create(superuser, AUDITOR, passwords.auditor());
    }

    private static void create(JdbcClient superuser, String role, String password) {
        if (absent(superuser, "select count(*) from pg_roles where rolname = :name", role)) {
            String statement = superuser
                    .sql("select format('create role %I login password %L', :role, :password)")
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
        superuser.sql("grant connect on database " + name + " to " + AUDITOR).update();
    }

    /** Nobody but the two roles sees the schema; which rows the application may touch, each migration says. */
    static void grantUse(JdbcClient owner) {
        owner.sql("revoke all on schema public from public").update();
        owner.sql("grant usage on schema public to " + APP).update();
    }

    private static boolean absent(JdbcClient superuser, String count, String name) {
        return superuser.sql(count).param("name", name).query(Integer.class).single() == 0;
    }
}
