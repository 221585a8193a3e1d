package org.patenbuch.accounts;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.patenbuch.accounts.Booking.Account;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;

/** A plain-text accounting program's way of writing. */
enum Format {
    HLEDGER("journal") {
        @Override
        Text text(PrintWriter out) {
            return new HledgerText(out);
        }
    },
    BEANCOUNT("beancount") {
        @Override
        Text text(PrintWriter out) {
            return new BeancountText(out);
        }
    };

    /** What names of files of this format end with. */
    final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    abstract Text text(PrintWriter out);

    /** Writes one file, in this order: beginning, accounts, bookings, balances. */
    interface Text {
        /** @param seal by what that state is sealed, in a sentence */
        void begin(String partnership, long position, String seal);

        void account(Account account);

        void booking(Booking booking);

        /** @param balances cash at the end of the day, by fund, as the funding view knows it */
        void balances(LocalDate day, Map<String, Long> balances);
    }

    static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** @throws Misshapen 400 if there is no such format */
    static Format read(String name) {
        return named(name).orElseThrow(() -> new Misshapen(List.of(FieldProblem.of("format", "accounts.format"))));
    }

    /** Cents as euro with a point, which both programs read: {@code -1234.50}. */
    static String euro(long cents) {
        return "%s%d.%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents / 100), Math.abs(cents % 100));
    }
}
