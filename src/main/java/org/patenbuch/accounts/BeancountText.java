package org.patenbuch.accounts;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.patenbuch.accounts.Booking.Account;
import org.patenbuch.accounts.Booking.Line;

/** For beancount 2: every account opened first, a {@code balance} of every fund at each month's end. */
final class BeancountText implements Format.Text {
    private static final Pattern PLAIN = Pattern.compile("[\\p{Lu}0-9][\\p{L}0-9-]*");
    /** Before any day the ledger takes. */
    private static final String OPENED = "1900-01-01";

    private final PrintWriter out;

    BeancountText(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(String partnership, long position, String seal) {
        out.printf("; Patenbuch, Partnerschaft %s, Journal bis Position %d%n", partnership, position);
        out.println("; " + seal);
        out.println("option \"operating_currency\" \"EUR\"");
    }

    @Override
    public void account(Account account) {
        out.printf("%s open %s EUR%n", OPENED, name(account));
    }

    @Override
    public void booking(Booking booking) {
        out.printf("%n%s * %s%n", booking.day(), quoted(booking.text()));
        booking.tags().forEach((key, value) -> out.printf("  %s: %s%n", key, quoted(value)));
        for (Line line : booking.lines()) {
            out.printf("  %s  %s EUR%n", name(line.account()), Format.euro(line.cents()));
            if (line.contributionId() != null) {
                out.printf("    contribution: %s%n", quoted(line.contributionId()));
            }
        }
    }

    /** Here a balance is that of the day's beginning; left to itself beancount tolerates a cent. */
    @Override
    public void balances(LocalDate day, Map<String, Long> balances) {
        out.println();
        balances.forEach((fund, cents) -> out.printf(
                "%s balance %s  %s ~ 0.00 EUR%n", day.plusDays(1), name(Account.fund(fund)), Format.euro(cents)));
    }

    private static String name(Account account) {
        return AccountName.of(account, PLAIN);
    }

    private static String quoted(String text) {
        return "\""
                + text.replaceAll("[\\p{Cntrl}\\s]+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
