package org.patenbuch.eventstore;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Something a person or program wants to be recorded. Every command is a record that names the entry it makes; the
 * same name with the same content is a repeat and answers as the first time, with other content it is refused.
 */
public interface Command {
    /** The partnership this belongs to; nothing crosses partnerships. */
    String partnership();

    /** What kind of thing {@link #id} names: {@code contribution}, {@code hours}, {@code reversal} … */
    String kind();

    /** The entry's name, 1 to 64 of {@code A-Z a-z 0-9 . _ -}, unique within its kind and partnership. */
    String id();

    /** The stream that decides: {@code partnership/type/id}. */
    @TargetAggregateIdentifier
    String stream();

    /** Why, if the sender gave a reason that is not about a person; it becomes part of the event's metadata. */
    default @Nullable String reason() {
        return null;
    }
}
