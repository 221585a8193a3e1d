package org.patenbuch.forms;

/**
 * The name of an entry as its sender chose it: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. The two names {@code .} and
 * {@code ..} are refused, since no address can hold them (RFC 3986, 5.2.4).
 */
public final class EntryName {
    /** The same rule, for OpenAPI. */
    static final String PATTERN = "^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}$";

    private static final int MAX_CHARACTERS = 64;

    private EntryName() {}

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
