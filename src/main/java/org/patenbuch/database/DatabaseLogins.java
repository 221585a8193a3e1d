package org.patenbuch.database;

/**
 * The two roles of one database.
 *
 * @param app what the application works with: reads and writes rows, owns nothing, creates nothing
 * @param owner owns the schema and runs the migrations
 */
public record DatabaseLogins(DatabaseLogin app, DatabaseLogin owner) {}
