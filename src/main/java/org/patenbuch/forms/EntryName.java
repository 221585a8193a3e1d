package org.patenbuch.forms;

import java.util.regex.Pattern;

/**
 * The name of an entry as its sender chose it: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. The two names {@code .} and
 * {@code ..} are refused, since no address can hold them (RFC 3986, 5.2.4).
 */
public final class EntryName {
    static final String PATTERN = "^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}$";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private EntryName() {}

    public static Reading<String> read(String typed) {
        String text = PlainText.trim(typed);
        return NAME.matcher(text).matches() ? Reading.of(text) : Reading.misread("form.not-a-name");
    }
}
