package org.patenbuch.forms;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of euro as people write them, to whole cents and back. Reads {@code 1.250,00}, {@code 1,250.00},
 * {@code 1250,00}, {@code 1250.5} and {@code 1250}, with or without a euro sign. {@code 1.250} is 1250 in German and
 * 1.25 in English: it is refused, never guessed.
 */
public final class AmountText {
    /** The largest amount the ledger takes: 9.999.999.999,99 euro. */
    public static final long MAX_CENTS = 999_999_999_999L;

    private static final int MAX_EURO_DIGITS = 10;
    private static final String SPACE = "[ \\u00a0\\u2009\\u202f]?";
    private static final Pattern CURRENCY =
            Pattern.compile("(?:€|EUR)" + SPACE + "([^€E]*)|([^€E]*?)" + SPACE + "(?:€|EUR)");
    private static final Pattern TWO_WAYS = Pattern.compile("([1-9]\\d{0,2})[.,](\\d{3})");
    private static final Pattern GERMAN = Pattern.compile("([1-9]\\d{0,2}(?:\\.\\d{3})+)(?:,(\\d+))?");
    private static final Pattern ENGLISH = Pattern.compile("([1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.(\\d+))?");
    private static final Pattern PLAIN = Pattern.compile("(0|[1-9]\\d*)(?:[.,](\\d+))?");

    private AmountText() {}

    /** Cents from 0 to {@link #MAX_CENTS}; an amount below zero is a problem of its own. */
    public static Reading<Long> read(String typed) {
        String text = withoutCurrency(PlainText.trim(typed));
        boolean negative = text.startsWith("-") || text.startsWith("−");
        Reading<Long> amount = unsigned(negative ? PlainText.trim(text.substring(1)) : text);
        return negative && amount instanceof Reading.Understood ? Reading.misread("form.amount-negative") : amount;
    }

    /** As written in a form or table: {@code 1.250,00} in German, {@code 1,250.00} in English, without a euro sign. */
    public static String write(long cents, Locale language) {
        boolean english = language.getLanguage().equals("en");
        String euro = Long.toString(Math.abs(cents / 100));
        var out = new StringBuilder(cents < 0 ? "-" : "");
        for (int i = 0; i < euro.length(); i++) {
            if (i > 0 && (euro.length() - i) % 3 == 0) {
                out.append(english ? ',' : '.');
            }
            out.append(euro.charAt(i));
        }
        long rest = Math.abs(cents % 100);
        return out.append(english ? '.' : ',')
                .append(rest < 10 ? "0" : "")
                .append(rest)
                .toString();
    }

    private static Reading<Long> unsigned(String text) {
        Matcher twoWays = TWO_WAYS.matcher(text);
        if (twoWays.matches()) {
            long whole = Long.parseLong(twoWays.group(1) + twoWays.group(2)) * 100;
            return Reading.misread("form.amount-ambiguous", whole, whole / 1000);
        }
        for (Pattern form : new Pattern[] {PLAIN, GERMAN, ENGLISH}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return cents(matcher.group(1), matcher.group(2));
            }
        }
        return Reading.misread("form.not-an-amount");
    }

    private static Reading<Long> cents(String grouped, String decimals) {
        String euro = grouped.replace(".", "").replace(",", "");
        if (decimals != null && decimals.length() > 2) {
            return Reading.misread("form.amount-decimals");
        }
        if (euro.length() > MAX_EURO_DIGITS) {
            return Reading.misread("form.amount-too-large", MAX_CENTS);
        }
        String cents = decimals == null ? "00" : (decimals + "0").substring(0, 2);
        return Reading.of(Long.parseLong(euro + cents));
    }

    private static String withoutCurrency(String text) {
        Matcher currency = CURRENCY.matcher(text);
        if (!currency.matches()) {
            return text;
        }
        return currency.group(1) == null ? currency.group(2) : currency.group(1);
    }
}
