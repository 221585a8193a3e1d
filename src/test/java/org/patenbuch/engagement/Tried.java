package org.patenbuch.engagement;

import org.patenbuch.eventstore.Command;

/**
 * A command as the model took it.
 *
 * @param expected {@code ok}, or the code of the refusal
 */
record Tried(String expected, Command command) {}
