package org.patenbuch.forms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people write it: {@code 1:30} or {@code 90}, to whole minutes and back. {@code 1,5} may be an
 * hour and a half or a slip for 15 minutes, {@code 1:3} and {@code 0130} are no clearer: refused, never guessed.
 */
public final class MinutesText {
    /** More than any single entry can be; the limit of an entry itself is the domain's. */
    public static final int MAX_MINUTES = 599_999;

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):([0-5]\\d)");
    private static final Pattern PLAIN = Pattern.compile("0|[1-9]\\d*");
    private static final Pattern TWO_WAYS = Pattern.compile("\\d*[.,]\\d+|\\d+:\\d|0\\d+");

    private MinutesText() {}

    public static Reading<Integer> read(String typed) {
        String text = PlainText.trim(typed);
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Reading.of(Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)));
        }
        if (PLAIN.matcher(text).matches()) {
            return text.length() <= 6 && Integer.parseInt(text) <= MAX_MINUTES
                    ? Reading.of(Integer.valueOf(text))
                    : Reading.misread("form.minutes-too-many");
        }
        return Reading.misread(TWO_WAYS.matcher(text).matches() ? "form.minutes-ambiguous" : "form.not-minutes");
    }

    /** {@code 1:30}, the same in both languages. */
    public static String write(int minutes) {
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
