package org.patenbuch.eventstore;

/**
 * The answer to a command.
 *
 * @param id the name of the entry
 * @param position the place in the journal of the command's last event; a view asked with this {@code minPosition} knows it
 * @param replayed whether this was a repeat of a command already recorded
 */
public record Receipt(String id, long position, boolean replayed) {}
