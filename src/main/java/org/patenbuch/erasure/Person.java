package org.patenbuch.erasure;

/** One person in one partnership, by the id under which the ledger knows it. */
public record Person(String partnership, PersonKind kind, String id) {
    /** Whether a key of this kind, by this id, is this person's own. */
    public boolean owns(String keyKind, String keyId) {
        return keyId.equals(id)
                && kind.keyKinds().stream().anyMatch(own -> keyKind.equals(own) || keyKind.startsWith(own + "-"));
    }

    /** The name of the stream that holds what was decided about the data. */
    String file() {
        return kind.entry() + "." + id;
    }

    /** The subject whose own key seals the person's name. */
    String subject() {
        return partnership + "/" + kind.entry() + "/" + id;
    }
}
