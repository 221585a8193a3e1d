package org.patenbuch.erasure;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.TextKind;

/**
 * Why the data of a person must still be kept.
 *
 * @param text the rule as somebody named it, where it is none of the known ones
 * @param until the last day on which it stands
 * @param holdId of the decision, where it was one
 */
public record Hold(
        Norm norm,
        @Nullable String text,
        LocalDate until,
        @Nullable String holdId) {
    private static final int VOUCHER_YEARS = 8;
    private static final int GRANT_YEARS = 5;

    /** Why text of one kind that was recorded in a year is kept. */
    static Hold texts(TextKind kind, int year) {
        YearMonth last = YearMonth.of(year, Month.DECEMBER);
        return switch (kind) {
            case PAYEE, VOUCHER_FILE, BANK_LINE -> vouchers(last);
            case MEETING -> grants(last);
        };
    }

    static Hold vouchers(YearMonth last) {
        return new Hold(Norm.VOUCHERS, null, LocalDate.of(last.getYear() + VOUCHER_YEARS, Month.DECEMBER, 31), null);
    }

    static Hold grants(YearMonth last) {
        return new Hold(Norm.GRANTS, null, LocalDate.of(last.getYear() + 1 + GRANT_YEARS, Month.JUNE, 30), null);
    }

    static Hold decided(String holdId, String text, LocalDate until) {
        return new Hold(Norm.OTHER, text, until, holdId);
    }

    boolean standsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** The rule, for a sentence: its words from the message files, or as somebody named it. */
    Object rule() {
        return text == null ? norm : text;
    }
}
