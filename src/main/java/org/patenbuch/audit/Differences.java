package org.patenbuch.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.engagement.EngagementChanges;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.funding.Funding;
import org.patenbuch.funding.FundingChanges;
import org.patenbuch.funding.FundingView;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Changes;
import org.patenbuch.projections.Changes.Explanation;
import org.patenbuch.projections.Figure;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What changed in both views between two moments of knowledge, and which events made the difference. From nothing, it
 * says which events a figure is made of.
 */
@Component
class Differences {
    private static final String TYPES = """
            SELECT position, type, stream FROM event
            WHERE partnership = :partnership AND position = ANY (string_to_array(:positions, ' ')::bigint[])""";

    private final FundingView funding;
    private final EngagementView engagement;
    private final FundingChanges fundingChanges;
    private final EngagementChanges engagementChanges;
    private final Moments moments;
    private final JdbcClient jdbc;

    Differences(
            FundingView funding,
            EngagementView engagement,
            FundingChanges fundingChanges,
            EngagementChanges engagementChanges,
            Moments moments,
            JdbcClient jdbc) {
        this.funding = funding;
        this.engagement = engagement;
        this.fundingChanges = fundingChanges;
        this.engagementChanges = engagementChanges;
        this.moments = moments;
        this.jdbc = jdbc;
    }

    /** @param amount by which this event changed the figure */
    record Cause(long position, String type, String stream, long amount) {}

    /**
     * @param group totals, byPartner …; {@code key} which line of it, {@code figure} which number
     * @param events the first ones; {@code others} how many more, together by {@code othersAmount}
     */
    record Line(
            String view,
            String group,
            @Nullable String key,
            String figure,
            long before,
            long after,
            long difference,
            List<Cause> events,
            long others,
            long othersAmount) {
        boolean changed() {
            return difference != 0 || !events.isEmpty();
        }
    }

    /** @param figures of both views, the funding view's first */
    record Answer(
            long fromPosition,
            Instant fromKnownAt,
            long toPosition,
            Instant toKnownAt,
            List<Line> figures,
            long position,
            Instant knownAt) {}

    /**
     * @param before the state to compare with; its {@code from} and {@code to} are the period
     * @param after the later state
     * @param kept how many events of each figure are told one by one
     */
    Answer between(String partnership, Asked before, Asked after, int kept) {
        Funding money = funding.answer(partnership, after);
        Asked last = after.at(money.position());
        Funding moneyBefore = funding.answer(partnership, before);
        if (moneyBefore.position() > money.position()) {
            throw new Misshapen(List.of(FieldProblem.of("toPosition", "form.ends-before-it-begins")));
        }
        Asked first = before.at(moneyBefore.position());
        Engagement people = engagement.answer(partnership, last);
        Engagement peopleBefore = engagement.answer(partnership, first);
        Changes changes = new Changes(kept);
        moments.answer(last, FundingView.NAME, partnership, moment -> {
            fundingChanges.gather(partnership, moneyBefore.position(), money.position(), last, changes);
            return moment;
        });
        moments.answer(last, EngagementView.NAME, partnership, moment -> {
            engagementChanges.gather(partnership, moneyBefore.position(), money.position(), last, changes);
            return moment;
        });
        List<Line> lines = new ArrayList<>();
        lines.addAll(lines(partnership, moneyBefore.figures(), money.figures(), changes));
        lines.addAll(lines(partnership, peopleBefore.figures(), people.figures(), changes));
        return new Answer(
                moneyBefore.position(),
                moneyBefore.knownAt(),
                money.position(),
                money.knownAt(),
                lines,
                money.position(),
                money.knownAt());
    }

    /** What changed since a report was frozen, in its period: only the figures that did. */
    Answer since(String partnership, Reports.Frozen report, Asked asked, int kept) {
        Answer all = between(partnership, report.question(), asked.during(report.from(), report.to()), kept);
        return new Answer(
                all.fromPosition(),
                all.fromKnownAt(),
                all.toPosition(),
                all.toKnownAt(),
                all.figures().stream().filter(Line::changed).toList(),
                all.position(),
                all.knownAt());
    }

    private List<Line> lines(String partnership, Map<Figure, Long> before, Map<Figure, Long> after, Changes changes) {
        Set<Figure> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        Map<Figure, Explanation> explained = new HashMap<>();
        Set<Long> positions = new HashSet<>();
        for (Figure figure : all) {
            Explanation explanation = changes.of(figure);
            explained.put(figure, explanation);
            explanation.events().forEach(change -> positions.add(change.position()));
        }
        Map<Long, Cause> causes = causes(partnership, positions);
        return all.stream()
                .map(figure -> line(
                        figure,
                        before.getOrDefault(figure, 0L),
                        after.getOrDefault(figure, 0L),
                        explained.get(figure),
                        causes))
                .toList();
    }

    private static Line line(Figure figure, long before, long after, Explanation explanation, Map<Long, Cause> causes) {
        List<Cause> events = explanation.events().stream()
                .map(change -> {
                    Cause cause = causes.get(change.position());
                    return new Cause(cause.position(), cause.type(), cause.stream(), change.amount());
                })
                .toList();
        return new Line(
                figure.view(),
                figure.group(),
                figure.key(),
                figure.name(),
                before,
                after,
                after - before,
                events,
                explanation.others(),
                explanation.othersAmount());
    }

    private Map<Long, Cause> causes(String partnership, Set<Long> positions) {
        Map<Long, Cause> causes = new HashMap<>();
        jdbc.sql(TYPES)
                .param("partnership", partnership)
                .param(
                        "positions",
                        String.join(" ", positions.stream().map(String::valueOf).toList()))
                .query(row -> {
                    causes.put(row.getLong(1), new Cause(row.getLong(1), row.getString(2), row.getString(3), 0));
                });
        return causes;
    }
}
