package org.patenbuch.access;

import org.jspecify.annotations.Nullable;

/**
 * Someone who may log in.
 *
 * @param userId opaque and stable: the name of this person in the metadata of events
 * @param login what is typed at the login page, lower case
 * @param passwordHash null for who logs in at an issuer and has no password here
 * @param language {@code de} or {@code en}, null where none was chosen
 * @param demo made for the demonstration; let in by the profile demo only
 */
record User(
        String userId,
        String login,
        @Nullable String passwordHash,
        boolean disabled,
        @Nullable String language,
        boolean demo) {
    /** Never the hash: what lands in a log by accident must not help anyone in. */
    @Override
    public String toString() {
        return "user " + userId;
    }
}
