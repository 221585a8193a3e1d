package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.projections.Stretches;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a batch adds to the sums of each month, so that a month is written once a batch and not once an event. */
final class MonthSums {
    private static final int MONEY = 0;
    private static final int IN_KIND = 1;
    private static final int STAFF_TIME = 2;
    private static final int SPENT = 3;
    private static final int MOVED = 4;

    private record Key(String partnership, String id, LocalDate month, long stretch) {}

    private final Map<Key, long[]> byFund = new HashMap<>();
    private final Map<Key, long[]> byPartner = new HashMap<>();

    void received(
            String partnership,
            String fundId,
            String partnerId,
            ContributionKind kind,
            LocalDate day,
            long cents,
            long at) {
        int column = switch (kind) {
            case MONEY -> MONEY;
            case IN_KIND -> IN_KIND;
            case STAFF_TIME -> STAFF_TIME;
        };
        add(byFund, partnership, fundId, day, column, cents, at);
        add(byPartner, partnership, partnerId, day, column, cents, at);
    }

    void spent(String partnership, String fundId, LocalDate day, long cents, long at) {
        add(byFund, partnership, fundId, day, SPENT, cents, at);
    }

    void moved(String partnership, String fundId, LocalDate day, long cents, long at) {
        add(byFund, partnership, fundId, day, MOVED, cents, at);
    }

    private static void add(
            Map<Key, long[]> sums, String partnership, String id, LocalDate day, int column, long cents, long at) {
        Key key = new Key(partnership, id, day.withDayOfMonth(1), Stretches.of(at));
        sums.computeIfAbsent(key, k -> new long[5])[column] += cents;
    }

    void write(JdbcClient jdbc) {
        Rows funds = Rows.into("funding.fund_month", """
                partnership text, fund_id text, month date, money_cents bigint, in_kind_cents bigint,
                staff_time_cents bigint, spent_cents bigint, moved_cents bigint""", """
                ON CONFLICT (partnership, fund_id, month) DO UPDATE SET
                money_cents = fund_month.money_cents + excluded.money_cents,
                in_kind_cents = fund_month.in_kind_cents + excluded.in_kind_cents,
                staff_time_cents = fund_month.staff_time_cents + excluded.staff_time_cents,
                spent_cents = fund_month.spent_cents + excluded.spent_cents,
                moved_cents = fund_month.moved_cents + excluded.moved_cents""");
        together(byFund)
                .forEach((key, sums) -> funds.add(
                        key.partnership(), key.id(), key.month(), sums[0], sums[1], sums[2], sums[SPENT], sums[MOVED]));
        funds.write(jdbc);
        Rows partners = Rows.into("funding.partner_month", """
                partnership text, partner_id text, month date, money_cents bigint, in_kind_cents bigint,
                staff_time_cents bigint""", """
                ON CONFLICT (partnership, partner_id, month) DO UPDATE SET
                money_cents = partner_month.money_cents + excluded.money_cents,
                in_kind_cents = partner_month.in_kind_cents + excluded.in_kind_cents,
                staff_time_cents = partner_month.staff_time_cents + excluded.staff_time_cents""");
        together(byPartner)
                .forEach((key, sums) ->
                        partners.add(key.partnership(), key.id(), key.month(), sums[0], sums[1], sums[2]));
        partners.write(jdbc);
        writePast(jdbc);
    }

    /** A month once, however many stretches of the journal the batch lies in. */
    private static Map<Key, long[]> together(Map<Key, long[]> sums) {
        Map<Key, long[]> months = new HashMap<>();
        sums.forEach((key, added) -> {
            long[] month = months.computeIfAbsent(
                    new Key(key.partnership(), key.id(), key.month(), 0), k -> new long[added.length]);
            Arrays.setAll(month, i -> month[i] + added[i]);
        });
        return months;
    }

    private void writePast(JdbcClient jdbc) {
        Rows funds = Rows.into("funding.fund_month_past", """
                partnership text, fund_id text, month date, stretch bigint, money_cents bigint, spent_cents bigint,
                moved_cents bigint""", """
                ON CONFLICT (partnership, fund_id, month, stretch) DO UPDATE SET
                money_cents = fund_month_past.money_cents + excluded.money_cents,
                spent_cents = fund_month_past.spent_cents + excluded.spent_cents,
                moved_cents = fund_month_past.moved_cents + excluded.moved_cents""");
        byFund.forEach((key, sums) -> funds.add(
                key.partnership(), key.id(), key.month(), key.stretch(), sums[MONEY], sums[SPENT], sums[MOVED]));
        funds.write(jdbc);
        Rows partners = Rows.into("funding.partner_month_past", """
                partnership text, partner_id text, month date, stretch bigint, money_cents bigint,
                in_kind_cents bigint, staff_time_cents bigint""", """
                ON CONFLICT (partnership, partner_id, month, stretch) DO UPDATE SET
                money_cents = partner_month_past.money_cents + excluded.money_cents,
                in_kind_cents = partner_month_past.in_kind_cents + excluded.in_kind_cents,
                staff_time_cents = partner_month_past.staff_time_cents + excluded.staff_time_cents""");
        byPartner.forEach((key, sums) -> partners.add(
                key.partnership(), key.id(), key.month(), key.stretch(), sums[MONEY], sums[IN_KIND], sums[STAFF_TIME]));
        partners.write(jdbc);
    }
}
