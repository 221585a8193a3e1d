package org.patenbuch.bank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;

/**
 * What a bank says of one account and a span of days.
 *
 * @param account IBAN, or the account's number where it has none; letters and digits
 * @param name by which the bank calls it
 * @param openingCents null where the file does not say it, as most tables do not
 * @param lines only what is booked, in the order of the file
 */
record Statement(
        String account,
        String name,
        LocalDate from,
        LocalDate to,
        @Nullable Long openingCents,
        @Nullable Long closingCents,
        List<Line> lines) {
    /**
     * One booking.
     *
     * @param cents into the account; below zero: out of it
     * @param reference the bank's own, by which it is the same booking wherever it stands again
     * @param endToEnd the payer's own reference
     * @param name of the other side
     */
    record Line(
            LocalDate bookedOn,
            LocalDate valueOn,
            long cents,
            @Nullable String reference,
            @Nullable String endToEnd,
            @Nullable String name,
            @Nullable String iban,
            @Nullable String purpose) {}

    private static final String TABLE = "CSV ";

    /** What a table is called, which has no name of its own. */
    static String nameOfTable(LocalDate from, LocalDate to) {
        return TABLE + from + " " + to;
    }

    static boolean isTable(String name) {
        return name.startsWith(TABLE);
    }

    /** @throws Rejected {@code bank.balance}, with the difference, unless the balances are those the lines lead to */
    void requireBalance() {
        if (openingCents == null || closingCents == null) {
            return;
        }
        long reached = openingCents + lines.stream().mapToLong(Line::cents).sum();
        if (reached != closingCents) {
            throw new Rejected("bank.balance", name, closingCents - reached, closingCents, reached);
        }
    }

    /** Whether it begins where the other ended, so that no booking stands in both. */
    boolean continues(Statement other) {
        return openingCents != null
                && account.equals(other.account)
                && openingCents.equals(other.closingCents)
                && !from.isBefore(other.to)
                && !name.equals(other.name);
    }
}
