package org.patenbuch.database;

/**
 * Patenbuch cannot start here, and a person can put it right. The message says in one sentence what to do, in German
 * and, on the next line, in English: at this point nobody's language is known yet.
 */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String german, String english) {
        this(german, english, null);
    }

    public StartRefused(String german, String english, Throwable cause) {
        super(german + "\n" + english, cause);
    }
}
