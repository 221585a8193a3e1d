package org.patenbuch.forms;

import java.text.Normalizer;

/**
 * Free text as it may be stored: composed form (Unicode NFC, so that one name is one text), line ends as {@code \n}, no
 * white space around, nothing that a page, a file or PostgreSQL cannot hold.
 */
public final class PlainText {
    /** The longest text anywhere: a reason, a note. */
    public static final int MAX_CHARACTERS = 2_000;

    private PlainText() {}

    static Reading<String> read(String typed, int limit) {
        if (typed.length() > limit * 4L && typed.codePointCount(0, typed.length()) > limit * 4L) {
            return Reading.misread("form.too-long", limit);
        }
        if (typed.codePoints().anyMatch(PlainText::unfit)) {
            return Reading.misread("form.bad-character");
        }
        String lines =
                typed.indexOf('\r') < 0 ? typed : typed.replace("\r\n", "\n").replace('\r', '\n');
        String text = trim(Normalizer.normalize(lines, Normalizer.Form.NFC));
        return text.codePointCount(0, text.length()) > limit
                ? Reading.misread("form.too-long", limit)
                : Reading.of(text);
    }

    /** Without the spaces around it, the unbreakable ones of spreadsheets and web pages too. */
    static String trim(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && blank(typed.charAt(from))) {
            from++;
        }
        while (to > from && blank(typed.charAt(to - 1))) {
            to--;
        }
        return typed.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }

    /** Control characters but tab and line ends, and halves of surrogate pairs. */
    private static boolean unfit(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL
                        && codePoint != '\t'
                        && codePoint != '\n'
                        && codePoint != '\r'
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
