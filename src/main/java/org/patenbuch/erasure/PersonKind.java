package org.patenbuch.erasure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Of whom the ledger keeps personal text. */
public enum PersonKind {
    SPONSOR("sponsor", "certificate"),
    HOUSEHOLD("household");

    private final List<String> keyKinds;

    PersonKind(String... keyKinds) {
        this.keyKinds = List.of(keyKinds);
    }

    /** What the keys of such a person are called: {@code partnership/<kind>/<id>}, or {@code …/<kind>-…/<id>}. */
    List<String> keyKinds() {
        return keyKinds;
    }

    /** The kind of entry that makes such a person known. */
    public String entry() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in addresses: {@code sponsors}, {@code households}. */
    public String path() {
        return entry() + "s";
    }

    public static Optional<PersonKind> ofPath(String path) {
        return Stream.of(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
