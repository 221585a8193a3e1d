package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patenbuch.funding.Budget.Line;
import org.patenbuch.funding.Budget.Standing;
import org.patenbuch.pledge.Plausible;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds what a fund has spent against its plan, and says what one more expense would do to it. */
@Component
public class Budgets {
    private static final String LINES = """
            SELECT category, sum(planned), sum(spent) FROM (
                SELECT category, amount_cents AS planned, 0 AS spent FROM funding.budget_line
                WHERE partnership = :partnership AND fund_id = :fund AND year = :year AND {holds}
                UNION ALL
                SELECT category, 0, amount_cents FROM funding.expense
                WHERE partnership = :partnership AND fund_id = :fund AND {holds} AND paid_on BETWEEN :from AND :to) b
            GROUP BY category""";
    private static final String FUND =
            "SELECT EXISTS (SELECT FROM funding.fund WHERE partnership = ? AND id = ? AND since <= ?)";

    private record Sum(long plannedCents, long spentCents) {
        Sum plus(long cents) {
            return new Sum(plannedCents, spentCents + cents);
        }
    }

    private final JdbcClient jdbc;
    private final Moments moments;

    Budgets(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** @return empty if there is no such fund */
    public Optional<Budget> answer(String partnership, String fundId, Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            LocalDate to = asked.to() == null ? moments.today(asked, moment) : asked.to();
            if (!exists(partnership, fundId, moment)) {
                return Optional.empty();
            }
            Map<String, Sum> sums = sums(partnership, fundId, to, moment);
            List<Line> lines = lines(sums);
            return Optional.of(new Budget(
                    fundId, to.getYear(), planned(sums), spent(sums), lines, moment.position(), moment.knownAt()));
        });
    }

    /** @return the line of that category as it would stand with the expense; empty if there is no such fund */
    public Optional<Line> with(String partnership, String fundId, String category, long amountCents, LocalDate paidOn) {
        Plausible.requireAmount(amountCents);
        Plausible.requireDay(paidOn);
        LocalDate to = paidOn.withDayOfYear(paidOn.lengthOfYear());
        return moments.answer(Asked.NOW, FundingView.NAME, partnership, moment -> {
            if (!exists(partnership, fundId, moment)) {
                return Optional.empty();
            }
            Map<String, Sum> sums = sums(partnership, fundId, to, moment);
            sums.merge(category, new Sum(0, amountCents), (was, more) -> was.plus(amountCents));
            return lines(sums).stream()
                    .filter(line -> line.category().equals(category))
                    .findFirst();
        });
    }

    private boolean exists(String partnership, String fundId, Moment moment) {
        return jdbc.sql(FUND)
                .params(partnership, fundId, moment.position())
                .query(Boolean.class)
                .single();
    }

    private Map<String, Sum> sums(String partnership, String fundId, LocalDate to, Moment moment) {
        Map<String, Sum> sums = new TreeMap<>();
        jdbc.sql(LINES.replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("fund", fundId)
                .param("year", to.getYear())
                .param("from", to.withDayOfYear(1))
                .param("to", to)
                .param("position", moment.position())
                .query(row -> {
                    sums.put(row.getString(1), new Sum(row.getLong(2), row.getLong(3)));
                });
        return sums;
    }

    private static List<Line> lines(Map<String, Sum> sums) {
        long planned = planned(sums);
        long spent = spent(sums);
        return sums.entrySet().stream()
                .filter(line ->
                        line.getValue().plannedCents() != 0 || line.getValue().spentCents() != 0)
                .map(line -> line(line.getKey(), line.getValue(), planned, spent))
                .toList();
    }

    private static Line line(String category, Sum sum, long planned, long spent) {
        return new Line(
                category,
                sum.plannedCents(),
                sum.spentCents(),
                sum.plannedCents() - sum.spentCents(),
                Standing.of(sum.plannedCents(), sum.spentCents(), planned, spent));
    }

    private static long planned(Map<String, Sum> sums) {
        return sums.values().stream().mapToLong(Sum::plannedCents).sum();
    }

    private static long spent(Map<String, Sum> sums) {
        return sums.values().stream().mapToLong(Sum::spentCents).sum();
    }
}
