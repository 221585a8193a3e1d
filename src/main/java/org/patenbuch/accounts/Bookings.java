package org.patenbuch.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patenbuch.accounts.Booking.Account;
import org.patenbuch.accounts.Booking.Line;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.fund.FundEvent;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ContributionReversed;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.ExpenseReversed;
import org.patenbuch.fund.FundEvent.MoneyTransferredIn;
import org.patenbuch.fund.FundEvent.MoneyTransferredOut;
import org.patenbuch.fund.FundEvent.Part;

/** Makes bookings of events. Remembers the category of each expense, which a reversal does not say again. */
final class Bookings {
    private final Map<String, String> categories = new LinkedHashMap<>();
    private final Map<String, List<Part>> leaving = new LinkedHashMap<>();

    /** @return empty for what moves no money and no value */
    Optional<Booking> of(Entry entry) {
        return entry.event() instanceof FundEvent event ? booking(event, entry.position()) : Optional.empty();
    }

    private Optional<Booking> booking(FundEvent heard, long at) {
        return switch (heard) {
            case ContributionRecorded e -> {
                String text = "%s %s".formatted(e.nature(), e.evidence());
                List<Line> lines = received(e.kind(), e.partnerId(), e.fundId(), e.contributionId(), e.amountCents());
                yield booking(at, e.receivedOn(), text, lines, "contribution", e.contributionId());
            }
            case ContributionReversed e -> {
                List<Line> lines = received(e.kind(), e.partnerId(), e.fundId(), e.contributionId(), -e.amountCents());
                yield booking(at, e.receivedOn(), "Storno", lines, "reversed", e.contributionId());
            }
            case ExpenseRecorded e -> {
                categories.put(e.expenseId(), e.category());
                List<Line> lines = spent(e.fundId(), e.category(), e.amountCents(), e.parts(), 1);
                yield booking(at, e.paidOn(), e.voucher(), lines, "expense", e.expenseId());
            }
            case ExpenseReversed e -> {
                String category = categories.remove(e.expenseId());
                List<Line> lines = spent(e.fundId(), category, e.amountCents(), e.parts(), -1);
                yield booking(at, e.paidOn(), "Storno", lines, "reversed", e.expenseId());
            }
            case MoneyTransferredOut e -> {
                leaving.put(e.transferId(), e.parts());
                yield Optional.empty();
            }
            case MoneyTransferredIn e -> moved(e, at);
            default -> Optional.empty();
        };
    }

    private static List<Line> received(
            ContributionKind kind, String partnerId, String fundId, String contributionId, long cents) {
        return switch (kind) {
            case MONEY ->
                List.of(
                        new Line(Account.fund(fundId), cents, contributionId),
                        new Line(Account.income("Money", partnerId, fundId), -cents, null));
            case IN_KIND -> usedAtOnce("In-kind", partnerId, fundId, cents);
            case STAFF_TIME -> usedAtOnce("Staff-time", partnerId, fundId, cents);
        };
    }

    private static List<Line> usedAtOnce(String kind, String partnerId, String fundId, long cents) {
        return List.of(
                new Line(Account.used(kind, partnerId, fundId), cents, null),
                new Line(Account.income(kind, partnerId, fundId), -cents, null));
    }

    private static List<Line> spent(String fundId, String category, long cents, List<Part> parts, int sign) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Account.spent(fundId, category), sign * cents, null));
        parts.forEach(
                part -> lines.add(new Line(Account.fund(fundId), -sign * part.amountCents(), part.contributionId())));
        return lines;
    }

    /** Both sides of a transfer are one booking: they are recorded together or not at all. */
    private Optional<Booking> moved(MoneyTransferredIn e, long at) {
        List<Line> lines = new ArrayList<>();
        for (Part part : leaving.remove(e.transferId())) {
            lines.add(new Line(Account.fund(e.fromFundId()), -part.amountCents(), part.contributionId()));
        }
        for (Part part : e.parts()) {
            lines.add(new Line(Account.fund(e.fundId()), part.amountCents(), part.contributionId()));
        }
        return booking(at, e.on(), "Umbuchung", lines, "transfer", e.transferId());
    }

    private static Optional<Booking> booking(
            long at, LocalDate day, String text, List<Line> lines, String kind, String id) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("position", Long.toString(at));
        tags.put(kind, id);
        return Optional.of(new Booking(day, text, tags, lines));
    }
}
