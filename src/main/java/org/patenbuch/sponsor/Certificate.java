package org.patenbuch.sponsor;

import java.time.LocalDate;
import org.patenbuch.kernel.Personal;

/**
 * What may be kept of an extended certificate of good conduct: that it was seen, when, and whether it lists a
 * conviction (§ 72a (5) SGB VIII). Stored as one sealed text, {@code 2010-06-14 clean} or {@code 2010-06-14 listed},
 * both of one length: not even how long the sealed text is tells which of them it is.
 */
public record Certificate(LocalDate seenOn, boolean listedConviction) {
    private static final String CLEAN = "clean ";
    private static final String LISTED = "listed";

    /**
     * Under a key that belongs to the sponsor's certificates only, so that these facts can be deleted alone.
     *
     * @param deletions how often they have been deleted: what is seen after that has another key
     */
    public Personal sealedFor(String partnership, String sponsorId, int deletions) {
        String text = seenOn + " " + (listedConviction ? LISTED : CLEAN);
        return Personal.of(subject(partnership, sponsorId, deletions), text);
    }

    /** Whose key it is: {@code rosenstadt/certificate/V-01}, later {@code rosenstadt/certificate-2/V-01}. */
    static String subject(String partnership, String sponsorId, int deletions) {
        String kind = deletions == 0 ? "certificate" : "certificate-" + (deletions + 1);
        return partnership + "/" + kind + "/" + sponsorId;
    }

    public static Certificate parse(String text) {
        String[] words = text.split(" ");
        return new Certificate(LocalDate.parse(words[0]), words[1].equals(LISTED));
    }
}
