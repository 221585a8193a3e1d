package org.patenbuch.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.funding.Funding.PartnerLine;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Stretches;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners promised and gave in a period. A pledge belongs to the period its first day lies in. */
final class PartnerSums {
    private static final String MONTHS = """
            SELECT partner_id, money_cents AS money, in_kind_cents AS in_kind, staff_time_cents AS staff_time
            FROM funding.partner_month
            WHERE partnership = :partnership AND month >= :wholeFrom AND month < :wholeTo""";

    /** Of a past moment: the stretches of the journal before it, and what happened in the one it lies in. */
    private static final String PAST = """
            SELECT partner_id, money_cents AS money, in_kind_cents AS in_kind, staff_time_cents AS staff_time
            FROM funding.partner_month_past
            WHERE partnership = :partnership AND month >= :wholeFrom AND month < :wholeTo AND stretch < :stretch
            UNION ALL
            SELECT partner_id, CASE kind WHEN 'MONEY' THEN cents ELSE 0 END,
                CASE kind WHEN 'IN_KIND' THEN cents ELSE 0 END, CASE kind WHEN 'STAFF_TIME' THEN cents ELSE 0 END
            FROM ({movements}) m WHERE partner_id IS NOT NULL AND day >= :wholeFrom AND day < :wholeTo
            """.replace("{movements}", FundingChanges.MOVEMENTS);

    private static final String RECEIVED = """
            {sums}
            UNION ALL
            SELECT partner_id, CASE kind WHEN 'MONEY' THEN amount_cents ELSE 0 END,
                CASE kind WHEN 'IN_KIND' THEN amount_cents ELSE 0 END,
                CASE kind WHEN 'STAFF_TIME' THEN amount_cents ELSE 0 END
            FROM funding.contribution
            WHERE partnership = :partnership AND {holds} AND {received}
            """.replace("{received}", Span.edges("received_on"));

    private static final String PROMISED = """
            SELECT partner_id, pledged_cents AS pledged, outstanding_cents AS outstanding
            FROM funding.pledge_month
            WHERE partnership = :partnership AND month >= :wholeFrom AND month < :wholeTo
            UNION ALL
            SELECT partner_id, pledged_cents, outstanding_cents
            FROM ({pledges}) p WHERE {begun}""".replace("{begun}", Span.edges("from_day"));

    /** There are few of them, so a past moment counts each by itself. */
    private static final String PROMISED_THEN = """
            SELECT partner_id, pledged_cents AS pledged, outstanding_cents AS outstanding
            FROM ({pledges}) p WHERE from_day BETWEEN :from AND :to""";

    private static final String BY_PARTNER = """
            SELECT p.id, p.name, coalesce(pledged, 0), coalesce(money, 0), coalesce(in_kind, 0),
                coalesce(staff_time, 0), coalesce(outstanding, 0)
            FROM (SELECT id, name FROM funding.partner WHERE partnership = :partnership AND {holds}) p
            LEFT JOIN (SELECT partner_id, sum(money) AS money, sum(in_kind) AS in_kind, sum(staff_time) AS staff_time
                FROM ({received-sums}) a GROUP BY partner_id) r ON r.partner_id = p.id
            LEFT JOIN (SELECT partner_id, sum(pledged) AS pledged, sum(outstanding) AS outstanding
                FROM ({promised-sums}) b GROUP BY partner_id) q ON q.partner_id = p.id
            WHERE cast(:onlyPartner AS text) IS NULL OR p.id = :onlyPartner
            ORDER BY p.id
            """.replace("{received-sums}", RECEIVED);

    private record Line(PartnerLine partner, long outstandingCents) {
        static Line of(ResultSet row, int n) throws SQLException {
            PartnerLine partner = new PartnerLine(
                    row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
            return new Line(partner, row.getLong(7));
        }
    }

    private final List<Line> lines;

    /** @param onlyPartner the one partner that may be seen; null for all */
    PartnerSums(JdbcClient jdbc, String partnership, @Nullable String onlyPartner, Asked asked, Moment moment) {
        String sql = BY_PARTNER
                .replace("{sums}", moment.current() ? MONTHS : PAST)
                .replace("{promised-sums}", moment.current() ? PROMISED : PROMISED_THEN)
                .replace("{pledges}", Pledged.SQL)
                .replace("{holds}", moment.holds());
        lines = jdbc.sql(sql)
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("stretch", Stretches.of(moment.position()))
                .param("after", Stretches.before(moment.position()))
                .param("from", asked.firstDay())
                .param("to", asked.lastDay())
                .param("onlyPartner", onlyPartner)
                .params(Span.of(asked.firstDay(), asked.lastDay()).parameters())
                .query(Line::of)
                .list();
    }

    /** Every partner, also those who promised and gave nothing. */
    List<PartnerLine> byPartner() {
        return lines.stream().map(Line::partner).toList();
    }

    /** @param spentCents of the money these partners gave, or of all funds; so with the balance */
    Funding.Totals totals(long spentCents, long balanceCents) {
        long[] sums = new long[5];
        for (Line line : lines) {
            sums[0] += line.partner().pledgedCents();
            sums[1] += line.partner().receivedMoneyCents();
            sums[2] += line.partner().receivedInKindCents();
            sums[3] += line.partner().receivedStaffTimeCents();
            sums[4] += line.outstandingCents();
        }
        return new Funding.Totals(sums[0], sums[1], sums[2], sums[3], spentCents, sums[4], balanceCents);
    }
}
