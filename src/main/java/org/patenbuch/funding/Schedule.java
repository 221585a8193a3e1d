package org.patenbuch.funding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.patenbuch.pledge.PledgeEvent.Instalment;

/**
 * When a pledge is due, and what of each instalment has come: what came first counts for what was due first. Where no
 * instalments were agreed, as most partners pay: equal parts each quarter, each by the middle of it.
 */
final class Schedule {
    /** A hundred years of quarters. */
    private static final int MOST_PARTS = 400;

    private Schedule() {}

    static List<Due> of(PledgeTerms pledge, long receivedCents) {
        boolean agreed = !pledge.instalments().isEmpty();
        List<Instalment> parts = agreed ? inOrder(pledge.instalments()) : assumed(pledge);
        List<Due> schedule = new ArrayList<>();
        long left = receivedCents;
        for (Instalment part : parts) {
            long received = Math.min(left, part.amountCents());
            schedule.add(new Due(part.dueOn(), part.amountCents(), received, agreed));
            left -= received;
        }
        return schedule;
    }

    /** What a schedule is made of. */
    record PledgeTerms(LocalDate from, LocalDate to, long amountCents, List<Instalment> instalments) {}

    private static List<Instalment> inOrder(List<Instalment> instalments) {
        return instalments.stream()
                .sorted(Comparator.comparing(Instalment::dueOn))
                .toList();
    }

    private static List<Instalment> assumed(PledgeTerms pledge) {
        LocalDate end = pledge.to().plusDays(1);
        long months = ChronoUnit.MONTHS.between(pledge.from(), end);
        long quarters = Math.clamp(Math.ceilDiv(months, 3), 1, MOST_PARTS);
        int parts = (int) Math.min(quarters, pledge.amountCents());
        List<Instalment> assumed = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            LocalDate start = pledge.from().plusMonths(3L * i);
            LocalDate next = i == parts - 1 ? end : pledge.from().plusMonths(3L * (i + 1));
            long cents = pledge.amountCents() / parts + (i == parts - 1 ? pledge.amountCents() % parts : 0);
            assumed.add(new Instalment(start.plusDays(ChronoUnit.DAYS.between(start, next) / 2), cents));
        }
        return assumed;
    }
}
