package org.patenbuch.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Text about a person: a name, a contact, a note. It is stored only sealed, under that person's own key, and reads as
 * erased for ever once the key is destroyed.
 *
 * @param subject whose it is, as {@code partnership/kind/id} ({@code rosenstadt/sponsor/V-01})
 * @param text the clear text; null when it has been erased
 * @param sealed the text as stored, {@code enc:v1:…}; null before it is stored
 */
public record Personal(
        String subject, @Nullable String text, @Nullable String sealed) {
    public static Personal of(String subject, String text) {
        return new Personal(subject, text, null);
    }

    /**
     * Text about people who are not known one by one: it is kept as long as all of its kind that was recorded in the same
     * year, under one key, and goes with it.
     */
    public static Personal of(String partnership, TextKind kind, int year, String text) {
        return of(kind.subject(partnership, year), text);
    }

    public boolean erased() {
        return text == null;
    }

    /** Never the text: what lands in a log or a message by accident must not be personal. */
    @Override
    public String toString() {
        return "personal text of " + subject;
    }
}
