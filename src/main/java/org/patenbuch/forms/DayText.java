package org.patenbuch.forms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them: {@code 31.12.2013}, {@code 1.2.2013} or {@code 2013-12-31}, and nothing that can be read
 * two ways ({@code 01/02/2013}, {@code 01.02.13}).
 */
public final class DayText {
    /** The years a business date may lie in: a year outside is a slip of the finger. */
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2199;

    private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TWO_WAYS = Pattern.compile(
            "\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}-\\d{1,2}-\\d{4}|\\d{6}|\\d{8}");

    private DayText() {}

    public static Reading<LocalDate> read(String typed) {
        String text = PlainText.trim(typed);
        Matcher german = GERMAN.matcher(text);
        if (german.matches()) {
            return day(german.group(3), german.group(2), german.group(1));
        }
        if (TWO_WAYS.matcher(text).matches()) {
            return Reading.misread("form.date-ambiguous");
        }
        return readIso(text);
    }

    /** As programs write it: {@code 2013-12-31} only. */
    public static Reading<LocalDate> readIso(String text) {
        Matcher iso = ISO.matcher(text);
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Reading.misread("form.not-a-date");
    }

    /** {@code 31.12.2013} in German; {@code 2013-12-31} in English, where day and month are put in either order. */
    public static String write(LocalDate day, Locale language) {
        if (language.getLanguage().equals("en")) {
            return day.toString();
        }
        return "%02d.%02d.%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static Reading<LocalDate> day(String yearText, String monthText, String dayText) {
        int year = Integer.parseInt(yearText);
        int month = Integer.parseInt(monthText);
        int day = Integer.parseInt(dayText);
        if (month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
            return Reading.misread("form.date-impossible");
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Reading.misread("form.date-out-of-range", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
        }
        return Reading.of(LocalDate.of(year, month, day));
    }
}
