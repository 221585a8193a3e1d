package org.patenbuch.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as double-entry bookkeeping sees it; its lines add up to nothing.
 *
 * @param day the business date; a reversal stands on the day of what it undoes, as the views count it
 * @param tags what it can be found by: the position of its event, the ids it names
 */
record Booking(LocalDate day, String text, Map<String, String> tags, List<Line> lines) {
    /**
     * @param cents into the account; below zero: out of it
     * @param contributionId whose money it is; null where that does not matter
     */
    record Line(Account account, long cents, @Nullable String contributionId) {}

    /**
     * @param root one of the five kinds of account: {@code Assets}, {@code Income}, {@code Expenses}
     * @param parts ids and texts as people wrote them, from the general to the particular
     */
    record Account(String root, List<String> parts) {
        static Account fund(String fundId) {
            return new Account("Assets", List.of("Fund", fundId));
        }

        /** @param kind {@code Money}, {@code In-kind} or {@code Staff-time} */
        static Account income(String kind, String partnerId, String fundId) {
            return new Account("Income", List.of(kind, partnerId, fundId));
        }

        static Account used(String kind, String partnerId, String fundId) {
            return new Account("Expenses", List.of(kind, partnerId, fundId));
        }

        static Account spent(String fundId, String category) {
            return new Account("Expenses", List.of("Spent", fundId, category));
        }
    }
}
