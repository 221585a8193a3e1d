package org.patenbuch.sponsor;

import java.time.LocalDate;
import org.patenbuch.kernel.Personal;

/**
 * What may be kept of an extended certificate of good conduct: that it was seen, when, and whether it lists a
 * conviction (§ 72a (5) SGB VIII). Stored as one sealed text, {@code 2010-06-14 clean} or {@code 2010-06-14 listed}.
 */
public record Certificate(LocalDate seenOn, boolean listedConviction) {
    private static final String CLEAN = "clean";
    private static final String LISTED = "listed";

    /** Under a key that belongs to the sponsor's certificates only, so that these facts can be deleted alone. */
    public Personal sealedFor(String partnership, String sponsorId) {
        String text = seenOn + " " + (listedConviction ? LISTED : CLEAN);
        return Personal.of(partnership + "/certificate/" + sponsorId, text);
    }

    public static Certificate parse(String text) {
        String[] words = text.split(" ");
        return new Certificate(LocalDate.parse(words[0]), words[1].equals(LISTED));
    }
}
