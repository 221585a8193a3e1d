package org.patenbuch.money;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankBook;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.PledgeRow;
import org.patenbuch.kernel.Who;
import org.patenbuch.matching.BankLine;
import org.patenbuch.matching.BankLines;
import org.patenbuch.matching.Suggestion;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.Figures;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Component;

/** Says of a booking of the bank what it is, and what it may be by its amount. */
@Component
class Assigning {
    /** So many are offered; a search finds the others. */
    static final int SHOWN = 50;

    /** Without a search only what lies about that far from the booking is offered. */
    private static final int DAYS = 92;

    private final BankBook book;
    private final BankLines lines;
    private final FundingLists lists;

    Assigning(BankBook book, BankLines lines, FundingLists lists) {
        this.book = book;
        this.lines = lines;
        this.lists = lists;
    }

    /** Something a booking may be, and what is told of it. */
    record Choice(Suggestion.Kind kind, String id, String detail) {
        boolean has(String text) {
            return (id + " " + detail).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * @param q what it has in it, in whatever case; null for whatever lies near the day of the booking
     * @return one more than {@link #SHOWN} if there are more
     */
    List<Choice> choices(Who who, BankLine line, @Nullable String q, Figures figures) {
        Asked near = Asked.NOW.during(
                line.bookedOn().minusDays(DAYS), line.bookedOn().plusDays(DAYS));
        Asked asked = q == null ? near : Asked.NOW;
        Choices names = Choices.of(who.partnership(), lists);
        Stream<Choice> all = line.amountCents() < 0
                ? expenses(who, line, asked, names, figures)
                : Stream.concat(contributions(who, line, asked, names, figures), pledges(who, line, names, figures));
        Set<String> taken = lines.taken(who.partnership());
        return all.filter(one -> !taken.contains(one.kind() + "/" + one.id()))
                .filter(one -> q == null || one.has(q))
                .limit(SHOWN + 1)
                .toList();
    }

    private Stream<Choice> expenses(Who who, BankLine line, Asked asked, Choices names, Figures figures) {
        return Page.everyItem(asked, page -> lists.expensesOver(who.partnership(), -line.amountCents(), page))
                .filter(cost -> !cost.reversed())
                .map(cost -> new Choice(
                        Suggestion.Kind.EXPENSE,
                        cost.id(),
                        told(
                                figures.day(cost.paidOn()),
                                cost.payee(),
                                cost.category(),
                                cost.voucher(),
                                names.fund(cost.fundId()))));
    }

    private Stream<Choice> contributions(Who who, BankLine line, Asked asked, Choices names, Figures figures) {
        return Page.everyItem(asked, page -> lists.contributionsOver(who.partnership(), line.amountCents(), page))
                .filter(gift -> !gift.reversed() && gift.kind().equals("MONEY"))
                .map(gift -> new Choice(
                        Suggestion.Kind.CONTRIBUTION,
                        gift.id(),
                        told(
                                figures.day(gift.receivedOn()),
                                names.partner(gift.partnerId()),
                                names.fund(gift.fundId()),
                                gift.evidence())));
    }

    /** Whatever its amount: a pledge is paid in parts. */
    private Stream<Choice> pledges(Who who, BankLine line, Choices names, Figures figures) {
        return Page.everyItem(Asked.NOW.having("OPEN"), page -> lists.pledges(who.partnership(), null, page))
                .filter(pledge -> !pledge.from().isAfter(line.bookedOn()))
                .map(pledge -> new Choice(
                        Suggestion.Kind.PLEDGE,
                        pledge.id(),
                        told(
                                names.partner(pledge.partnerId()),
                                names.fund(pledge.fundId()),
                                figures.euro(pledge.outstandingCents()))));
    }

    private static String told(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** @return the position behind it */
    long confirm(Who who, String lineId, Suggestion.Kind kind, String of, @Nullable String reason) {
        return switch (kind) {
            case CONTRIBUTION -> book.assign(lineId, Entry.CONTRIBUTION, of, reason, who, Origin.screen());
            case EXPENSE -> book.assign(lineId, Entry.EXPENSE, of, reason, who, Origin.screen());
            case PLEDGE -> {
                PledgeRow pledge = lists.pledge(who.partnership(), null, of, Asked.NOW)
                        .orElseThrow(NotFound::new)
                        .item();
                String giver = lists.partner(who.partnership(), pledge.partnerId(), Asked.NOW)
                        .orElseThrow(NotFound::new)
                        .item()
                        .kind();
                Nature nature = giver.equals("PUBLIC_BODY") ? Nature.GRANT : Nature.GIFT;
                yield book.contribution(
                        lineId, pledge.partnerId(), pledge.fundId(), pledge.id(), nature, reason, who, Origin.screen());
            }
        };
    }
}
