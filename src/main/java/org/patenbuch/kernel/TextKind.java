package org.patenbuch.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text and files about people who are not known one by one. What was recorded in one year stands under one key and goes together,
 * when the duty to keep it ends.
 */
public enum TextKind {
    /**
     * Who is paid: often an organisation, sometimes a person, and nobody is asked which. A voucher is kept eight years
     * from the end of the year in which it was entered (&sect; 147 (3), (4) AO, &sect; 257 (4), (5) HGB).
     */
    PAYEE,
    /** A voucher or evidence as a file: whoever it names. */
    VOUCHER_FILE,
    /** Who paid or was paid by the bank: a statement is a voucher, and kept as long. */
    BANK_LINE,
    /** Who took part in a meeting, and what was said: may be asked for with a proof of use. */
    MEETING;

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** As it stands in the names of keys: {@code bank-line}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whose key it is: {@code rosenstadt/bank-line/2026}. */
    public String subject(String partnership, int year) {
        return partnership + "/" + key() + "/" + year;
    }

    /** Whether the key of this subject is that of a kind and year, under which many write at once. */
    public static boolean isSubject(String subject) {
        String[] parts = subject.split("/");
        return parts.length == 3
                && ofKey(parts[1]).isPresent()
                && YEAR.matcher(parts[2]).matches();
    }

    public static Optional<TextKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
