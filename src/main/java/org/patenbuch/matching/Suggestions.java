package org.patenbuch.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.funding.ContributionRow;
import org.patenbuch.funding.ExpenseRow;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.Outlooks;
import org.patenbuch.funding.Outlooks.Expected;
import org.patenbuch.matching.BankLine.Status;
import org.patenbuch.matching.Suggestion.Kind;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What open bookings most likely are: instalments still expected, or entries no booking belongs to yet. */
@Component
class Suggestions {
    private static final int DUE_DAYS = 31;
    private static final int ENTRY_DAYS = 5;

    private static final String TAKEN = """
            SELECT entry || '/' || entry_id FROM matching.outcome
            WHERE partnership = ? AND status = 'ASSIGNED' AND until IS NULL""";
    /** Which account paid what, the latest first. */
    private static final String PAID_BEFORE = """
            SELECT l.other_iban, o.entry_id FROM matching.outcome o
            JOIN matching.line l ON l.partnership = o.partnership AND l.id = o.line_id
            WHERE o.partnership = ? AND o.entry = 'CONTRIBUTION' AND o.until IS NULL AND l.other_iban IS NOT NULL
            ORDER BY l.booked_on DESC, l.id LIMIT 500""";

    private record Paid(String iban, String contributionId) {}

    private final JdbcClient jdbc;
    private final FundingLists lists;
    private final Outlooks outlooks;
    private final PersonalText texts;

    Suggestions(JdbcClient jdbc, FundingLists lists, Outlooks outlooks, PersonalText texts) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.outlooks = outlooks;
        this.texts = texts;
    }

    List<BankLine> add(String partnership, List<BankLine> lines) {
        List<BankLine> open =
                lines.stream().filter(line -> line.status() == Status.OPEN).toList();
        if (open.isEmpty()) {
            return lines;
        }
        List<Candidate> candidates = candidates(partnership, open);
        Map<String, String> partners = partnersOf(partnership, open);
        return lines.stream()
                .map(line -> line.status() == Status.OPEN
                        ? line.with(new Guess(line, partners.get(line.otherIban())).among(going(line, candidates)))
                        : line)
                .toList();
    }

    /** What came in is no expense, and what went out no contribution. */
    private static List<Candidate> going(BankLine line, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> (candidate.kind() == Kind.EXPENSE) == (line.amountCents() < 0))
                .toList();
    }

    private List<Candidate> candidates(String partnership, List<BankLine> open) {
        LocalDate first = open.stream()
                .map(BankLine::bookedOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = open.stream()
                .map(BankLine::bookedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Asked around = Asked.NOW.during(first.minusDays(ENTRY_DAYS), last.plusDays(ENTRY_DAYS));
        Map<String, String> names = new HashMap<>();
        Page.everyItem(Asked.NOW, page -> lists.partners(partnership, page))
                .forEach(partner -> names.put(partner.id(), partner.name()));
        Set<String> taken = taken(partnership);
        List<Candidate> candidates = new ArrayList<>();
        outlooks.expected(partnership).forEach(expected -> candidates.add(instalment(expected, names)));
        Page.everyItem(around, page -> lists.contributions(partnership, null, page))
                .filter(gift -> gift.kind().equals("MONEY") && !gift.reversed())
                .filter(gift -> !taken.contains("CONTRIBUTION/" + gift.id()))
                .forEach(gift -> candidates.add(entered(gift, names)));
        Page.everyItem(around, page -> lists.expenses(partnership, page))
                .filter(cost -> !cost.reversed() && !taken.contains("EXPENSE/" + cost.id()))
                .forEach(cost -> candidates.add(entered(cost)));
        return candidates;
    }

    private static Candidate instalment(Expected expected, Map<String, String> names) {
        return new Candidate(
                Kind.PLEDGE,
                expected.pledgeId(),
                expected.partnerId(),
                expected.fundId(),
                List.of(expected.pledgeId()),
                names.getOrDefault(expected.partnerId(), ""),
                new TreeSet<>(List.of(expected.nextCents(), expected.instalmentCents(), expected.outstandingCents())),
                expected.dueOn(),
                DUE_DAYS);
    }

    private static Candidate entered(ContributionRow gift, Map<String, String> names) {
        return new Candidate(
                Kind.CONTRIBUTION,
                gift.id(),
                gift.partnerId(),
                gift.fundId(),
                Stream.of(gift.id(), gift.pledgeId())
                        .filter(name -> name != null)
                        .toList(),
                names.getOrDefault(gift.partnerId(), ""),
                Set.of(gift.amountCents()),
                gift.receivedOn(),
                ENTRY_DAYS);
    }

    private static Candidate entered(ExpenseRow cost) {
        return new Candidate(
                Kind.EXPENSE,
                cost.id(),
                null,
                cost.fundId(),
                List.of(cost.id(), cost.voucher()),
                Objects.toString(cost.payee(), ""),
                Set.of(-cost.amountCents()),
                cost.paidOn(),
                ENTRY_DAYS);
    }

    /** What bookings belong to by now, as {@code EXPENSE/A-1}. */
    Set<String> taken(String partnership) {
        return new HashSet<>(
                jdbc.sql(TAKEN).param(partnership).query(String.class).list());
    }

    /** For whom each of these accounts has paid before, as the bookings say that were confirmed. */
    private Map<String, String> partnersOf(String partnership, List<BankLine> open) {
        Set<String> asked = open.stream()
                .map(BankLine::otherIban)
                .filter(iban -> iban != null)
                .collect(Collectors.toSet());
        List<Paid> paid = jdbc.sql(PAID_BEFORE)
                .param(partnership)
                .query((row, n) -> new Paid(row.getString(1), row.getString(2)))
                .list();
        PersonalText.Opened opened = texts.openAll(paid.stream().map(Paid::iban));
        Map<String, String> partners = new HashMap<>();
        for (Paid before : paid) {
            String iban = opened.text(before.iban());
            if (iban != null && asked.contains(iban) && !partners.containsKey(iban)) {
                partnerOf(partnership, before.contributionId(), partners, iban);
            }
        }
        return partners;
    }

    private void partnerOf(
            String partnership, String contributionId, Map<String, @Nullable String> partners, String iban) {
        lists.contribution(partnership, null, contributionId, Asked.NOW)
                .ifPresent(gift -> partners.put(iban, gift.item().partnerId()));
    }
}
