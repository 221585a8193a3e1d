package org.patenbuch.access;

import java.util.Set;

/** How much of an answer a role is given; the views keep to it row by row and field by field. */
public enum Scope {
    ALL,
    /** Everything but names, notes and contacts of households. */
    NO_HOUSEHOLD_TEXT,
    /** Only what belongs to the partner this person speaks for. */
    OWN_PARTNER,
    /** Only what belongs to the sponsor this person is. */
    OWN_PERSON;

    /** Whether the answer is about everyone, and not about the asker's own only. */
    public static boolean whole(Set<Scope> given) {
        return given.contains(ALL) || given.contains(NO_HOUSEHOLD_TEXT);
    }
}
