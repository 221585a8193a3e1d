package org.patenbuch.accounts;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patenbuch.accounts.Booking.Account;
import org.patenbuch.accounts.Booking.Line;

/** For hledger (and ledger): accounts and currency declared first, so that {@code hledger check --strict} passes. */
final class HledgerText implements Format.Text {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*( [\\p{L}\\p{N}._-]+)*");

    private final PrintWriter out;

    HledgerText(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(String partnership, long position, String seal) {
        out.printf("; Patenbuch, Partnerschaft %s, Journal bis Position %d%n", partnership, position);
        out.println("; " + seal);
        out.println("commodity 1000.00 EUR");
    }

    @Override
    public void account(Account account) {
        out.println("account " + name(account));
    }

    @Override
    public void booking(Booking booking) {
        out.printf("%n%s %s  ; %s%n", booking.day(), plain(booking.text()), tags(booking.tags()));
        for (Line line : booking.lines()) {
            String tag = line.contributionId() == null ? "" : "  ; contribution:" + line.contributionId();
            out.printf("    %s  %s EUR%s%n", name(line.account()), Format.euro(line.cents()), tag);
        }
    }

    /** Assertions hold after all bookings of the day, as they stand behind them in the file. */
    @Override
    public void balances(LocalDate day, Map<String, Long> balances) {
        out.printf("%n%s Saldo%n", day);
        balances.forEach((fund, cents) ->
                out.printf("    %s  0.00 EUR = %s EUR%n", name(Account.fund(fund)), Format.euro(cents)));
    }

    private static String name(Account account) {
        return AccountName.of(account, PLAIN);
    }

    private static String tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + ":" + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A semicolon would begin a comment, a bracket a code, a star or an exclamation mark a status. */
    private static String plain(String text) {
        return text.replaceAll("[;()*!|=\\p{Cntrl}\\s]+", " ").strip();
    }
}
