package org.patenbuch.forms;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * The name of an entry as its sender chose it: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. The two names {@code .} and
 * {@code ..} are refused, since no address can hold them (RFC 3986, 5.2.4).
 */
public final class EntryName {
    /** The same rule, for OpenAPI. */
    static final String PATTERN = "^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}$";

    private static final int MAX_CHARACTERS = 64;

    /** Without what looks alike. */
    private static final String READABLE = "23456789abcdefghkmnpqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private EntryName() {}

    /** Short enough to be read out over the telephone, {@code 4b7pq-d9y8p}; of 49 bits, so two of one list never meet. */
    public static String fresh() {
        String letters = RANDOM.ints(10, 0, READABLE.length())
                .mapToObj(n -> String.valueOf(READABLE.charAt(n)))
                .collect(Collectors.joining());
        return letters.substring(0, 5) + "-" + letters.substring(5);
    }

    public static Reading<String> read(String typed) {
        String text = PlainText.trim(typed);
        return fits(text) ? Reading.of(text) : Reading.misread("form.not-a-name");
    }

    /** By hand: an import asks this several million times. */
    private static boolean fits(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter =
                    c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (!letter && c != '.') {
                return false;
            }
            letters |= letter;
        }
        return !text.isEmpty() && text.length() <= MAX_CHARACTERS && (letters || text.length() > 2);
    }
}
