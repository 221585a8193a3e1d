package org.patenbuch.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers and days as people read them: {@code 41.301,55 €} and {@code 2.487,25 Std.} in German, {@code €41,301.55}
 * and {@code 2,487.25 h} in English. For showing only; what people type is read elsewhere, and strictly.
 */
public record Figures(Locale locale) {
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");
    private static final String NO_BREAK = "\u00a0";

    /** @param cents whole cents; negative amounts keep a plain minus, so that they can be copied into a sheet */
    public String euro(long cents) {
        String amount = decimal(BigDecimal.valueOf(Math.absExact(cents), 2), "#,##0.00");
        return (cents < 0 ? "-" : "") + (english() ? "€" + amount : amount + NO_BREAK + "€");
    }

    /** @param minutes shown as hours with two decimals: a quarter of an hour is 0.25 */
    public String hours(long minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes * 100).divide(BigDecimal.valueOf(6000), 2, RoundingMode.HALF_UP);
        return decimal(hours, "#,##0.00") + NO_BREAK + (english() ? "h" : "Std.");
    }

    public String whole(long number) {
        return decimal(BigDecimal.valueOf(number), "#,##0");
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(english() ? "d MMMM uuuu" : "dd.MM.uuuu", locale)
                .format(day);
    }

    /** A moment to the minute, by the clock of the association. */
    public String moment(Instant moment) {
        var there = moment.atZone(HERE);
        return day(there.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern(english() ? "HH:mm" : "HH:mm 'Uhr'", locale)
                        .format(there);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(month);
    }

    /** Where the year stands above already. */
    public String monthName(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL", locale).format(month);
    }

    /** Three letters or so, for the axis of a chart. */
    public String shortMonth(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL", locale).format(month);
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }

    private String decimal(BigDecimal number, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(number);
    }
}
