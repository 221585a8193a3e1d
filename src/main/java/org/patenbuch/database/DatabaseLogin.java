package org.patenbuch.database;

/** One way into a database: a JDBC URL without credentials, a role and its password, which printing never shows. */
public record DatabaseLogin(String url, String user, String password) {
    /** The same as one line that any JDBC program takes; it holds the password, so it goes into files of mode 0600 only. */
    public String oneLine() {
        return url + "?user=" + user + "&password=" + password;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
