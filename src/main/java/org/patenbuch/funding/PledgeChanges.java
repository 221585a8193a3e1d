package org.patenbuch.funding;

import static org.patenbuch.funding.Funding.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By which events what is promised and still outstanding changed: each pledge that anything happened to is counted anew
 * behind every event that touched it.
 */
record PledgeChanges(JdbcClient jdbc, String partnership, long after, long upTo, Asked asked) {
    private static final String TOUCHED = """
            SELECT p.id, p.partner_id, p.since, p.until FROM funding.pledge p
            WHERE p.partnership = :partnership AND p.from_day BETWEEN :from AND :to AND p.id IN (
                SELECT id FROM funding.pledge
                WHERE partnership = :partnership AND since > :after AND since <= :position
                UNION SELECT id FROM funding.pledge
                WHERE partnership = :partnership AND until > :after AND until <= :position
                UNION SELECT pledge_id FROM funding.pledge_terms
                WHERE partnership = :partnership AND since > :after AND since <= :position
                UNION SELECT pledge_id FROM funding.contribution
                WHERE partnership = :partnership AND since > :after AND since <= :position
                UNION SELECT pledge_id FROM funding.contribution
                WHERE partnership = :partnership AND until > :after AND until <= :position
                UNION SELECT linked_pledge_id FROM funding.contribution
                WHERE partnership = :partnership AND linked_pledge_id IS NOT NULL
                    AND (linked_since > :after AND linked_since <= :position OR until > :after AND until <= :position))""";
    private static final String TERMS = """
            SELECT since, until, amount_cents FROM funding.pledge_terms
            WHERE partnership = :partnership AND pledge_id = :id""";
    private static final String GIFTS = """
            SELECT since, until, amount_cents FROM funding.contribution
            WHERE partnership = :partnership AND pledge_id = :id
            UNION ALL
            SELECT linked_since, until, amount_cents FROM funding.contribution
            WHERE partnership = :partnership AND linked_pledge_id = :id""";

    private record Version(long since, @Nullable Long until, long cents) {
        boolean holds(long position) {
            return since <= position && (until == null || until > position);
        }

        Stream<Long> ends() {
            return until == null ? Stream.of(since) : Stream.of(since, until);
        }
    }

    private record Touched(String id, String partnerId, Version life) {}

    private record Counted(long pledged, long outstanding) {}

    private record Step(String partnerId, long position, long pledged, long outstanding) {}

    void gather(Changes changes) {
        List<Step> steps = new ArrayList<>();
        jdbc.sql(TOUCHED)
                .param("partnership", partnership)
                .param("after", after)
                .param("position", upTo)
                .param("from", asked.firstDay())
                .param("to", asked.lastDay())
                .query((row, n) -> new Touched(
                        row.getString(1),
                        row.getString(2),
                        new Version(row.getLong(3), row.getObject(4, Long.class), 0)))
                .list()
                .forEach(pledge -> steps(pledge, steps));
        steps.sort(Comparator.comparing(Step::position));
        for (Step step : steps) {
            changes.add(figure("totals", null, "pledgedCents"), step.position(), step.pledged());
            changes.add(figure("byPartner", step.partnerId(), "pledgedCents"), step.position(), step.pledged());
            changes.add(figure("totals", null, "outstandingCents"), step.position(), step.outstanding());
        }
    }

    private void steps(Touched pledge, List<Step> steps) {
        List<Version> terms = versions(TERMS, pledge.id());
        List<Version> gifts = versions(GIFTS, pledge.id());
        TreeSet<Long> touches = new TreeSet<>();
        Stream.of(terms, gifts, List.of(pledge.life()))
                .flatMap(List::stream)
                .flatMap(Version::ends)
                .filter(position -> position > after && position <= upTo)
                .forEach(touches::add);
        Counted before = counted(pledge, terms, gifts, after);
        for (long touch : touches) {
            Counted now = counted(pledge, terms, gifts, touch);
            steps.add(new Step(
                    pledge.partnerId(),
                    touch,
                    now.pledged() - before.pledged(),
                    now.outstanding() - before.outstanding()));
            before = now;
        }
    }

    private static Counted counted(Touched pledge, List<Version> terms, List<Version> gifts, long position) {
        if (position < pledge.life().since()) {
            return new Counted(0, 0);
        }
        long received = cents(gifts, position);
        long promised = cents(terms, position);
        return pledge.life().holds(position)
                ? new Counted(promised, Math.max(0, promised - received))
                : new Counted(received, 0);
    }

    private static long cents(List<Version> versions, long position) {
        return versions.stream()
                .filter(version -> version.holds(position))
                .mapToLong(Version::cents)
                .sum();
    }

    private List<Version> versions(String sql, String pledgeId) {
        return jdbc.sql(sql)
                .param("partnership", partnership)
                .param("id", pledgeId)
                .query((row, n) -> new Version(row.getLong(1), row.getObject(2, Long.class), row.getLong(3)))
                .list();
    }
}
