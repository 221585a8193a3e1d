package org.patenbuch.database;

import java.util.Map;

/**
 * The three roles of one database.
 *
 * @param app what the application works with: reads and writes rows, owns nothing, creates nothing
 * @param owner owns the schema and runs the migrations
 * @param auditor reads the journal, the money, the hours and the evidence, and nothing else
 */
public record DatabaseLogins(DatabaseLogin app, DatabaseLogin owner, DatabaseLogin auditor) {
    /** The settings with which a second application, or a test, uses this database in place of one of its own. */
    public Map<String, Object> asSettings() {
        return Map.of(
                "spring.datasource.url", app.url(),
                "spring.datasource.username", app.user(),
                "spring.datasource.password", app.password(),
                "spring.flyway.url", owner.url(),
                "spring.flyway.user", owner.user(),
                "spring.flyway.password", owner.password());
    }
}
