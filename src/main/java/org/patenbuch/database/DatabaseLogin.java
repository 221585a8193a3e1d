package org.patenbuch.database;

/** One way into a database: a JDBC URL without credentials, a role and its password, which printing never shows. */
public record DatabaseLogin(String url, String user, String password) {
    /** The same as one line for any JDBC program. It holds the password: into files of mode 0600 only. */
    public String oneLine() {
        return url + "?user=" + user + "&password=" + password;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
