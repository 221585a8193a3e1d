package org.patenbuch.erasure;

/** One person in one partnership, by the id under which the ledger knows it. */
public record Person(String partnership, PersonKind kind, String id) {
    /** The subject whose own key seals the person's name. */
    String subject() {
        return partnership + "/" + kind.entry() + "/" + id;
    }
}
