package org.patenbuch.accounts;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.patenbuch.accounts.Booking.Account;
import org.patenbuch.eventstore.Journal;
import org.patenbuch.funding.FundingView;
import org.patenbuch.print.Stamps;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.springframework.stereotype.Component;

/**
 * Writes a partnership's money as plain-text accounting: bookings from the journal, balances at the end of each month
 * from the funding view, at the same position. Whoever adds up the file checks the view against the journal.
 */
@Component
class Accounts {
    private final Journal journal;
    private final FundingView funding;
    private final Stamps stamps;

    Accounts(Journal journal, FundingView funding, Stamps stamps) {
        this.journal = journal;
        this.funding = funding;
        this.stamps = stamps;
    }

    /** What the file will hold; waits for the funding view as any question does. */
    Moment moment(String partnership, Asked asked) {
        return funding.moment(partnership, asked);
    }

    /** The journal is read twice, first for the names of the accounts: however long it is, it never lies in memory. */
    void write(String partnership, Moment moment, Format format, PrintWriter out) {
        Format.Text text = format.text(out);
        String seal = stamps.sentence(partnership, moment.position(), Locale.GERMAN);
        text.begin(partnership, moment.position(), seal);
        Set<Account> accounts = new LinkedHashSet<>();
        Set<YearMonth> months = new TreeSet<>();
        each(partnership, moment, booking -> {
            booking.lines().forEach(line -> accounts.add(line.account()));
            months.add(YearMonth.from(booking.day()));
        });
        accounts.forEach(text::account);
        each(partnership, moment, text::booking);
        for (YearMonth month : months) {
            LocalDate last = month.atEndOfMonth();
            Map<String, Long> balances = new TreeMap<>(funding.balances(partnership, last, moment));
            // A fund that was given things only has no cash, and no account; with cash and without one it stays, to be
            // found
            balances.entrySet()
                    .removeIf(fund -> fund.getValue() == 0 && !accounts.contains(Account.fund(fund.getKey())));
            text.balances(last, balances);
        }
        out.flush();
    }

    private void each(String partnership, Moment moment, Consumer<Booking> consumer) {
        Bookings bookings = new Bookings();
        journal.each(partnership, moment.position(), entry -> bookings.of(entry).ifPresent(consumer));
    }
}
