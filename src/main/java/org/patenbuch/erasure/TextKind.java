package org.patenbuch.erasure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Text about people who are not known one by one. What was recorded in one year stands under one key and goes together,
 * when the duty to keep it ends.
 */
public enum TextKind {
    /** Who was paid: stands on the voucher. */
    PAYEE,
    /** Who paid or was paid by the bank: a statement is a voucher. */
    BANK_LINE,
    /** Who took part in a meeting, and what was said: may be asked for with a proof of use. */
    MEETING;

    /** Why, and until when, what was recorded in a year is kept. */
    Hold hold(int year) {
        YearMonth last = YearMonth.of(year, 12);
        return this == MEETING ? Hold.grants(last) : Hold.vouchers(last);
    }

    /** The day on which it goes by itself. */
    LocalDate dueOn(int year) {
        return hold(year).until().plusDays(1);
    }

    /** As it stands in the names of keys: {@code bank-line}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whose key it is: {@code rosenstadt/bank-line/2026}. */
    public String subject(String partnership, int year) {
        return partnership + "/" + key() + "/" + year;
    }

    static Optional<TextKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
