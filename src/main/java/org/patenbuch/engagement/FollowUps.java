package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody has to ask about by a day: commitments that stand, demands without an answer, hand-overs, contacts. */
@Component
public class FollowUps {
    private static final String DUE = """
            SELECT kind, id, due_on, with_whom FROM (
                SELECT 'COMMITMENT' AS kind, id, due_on, by_whom AS with_whom FROM engagement.commitment
                WHERE partnership = :partnership AND {holds} AND status = 'OPEN'
                UNION ALL
                SELECT 'DEMAND', id, answer_by, addressee FROM engagement.demand
                WHERE partnership = :partnership AND {holds} AND status = 'OPEN' AND answer_by IS NOT NULL
                UNION ALL
                SELECT 'HANDOVER', id, follow_up_on, follow_up_with FROM engagement.sponsorship
                WHERE partnership = :partnership AND {holds} AND follow_up_on IS NOT NULL
                UNION ALL
                SELECT 'CONTACT', id, every_days + coalesce(
                           (SELECT max(day) FROM engagement.hours h
                            WHERE h.partnership = m.partnership AND h.sponsor_id = m.sponsor_id
                              AND h.sponsorship_id = m.id AND {holds} AND status <> 'WITHDRAWN'), from_day),
                       sponsor_id
                FROM engagement.sponsorship m
                WHERE partnership = :partnership AND {holds} AND every_days IS NOT NULL AND end_day IS NULL
            ) due
            WHERE (:from::date IS NULL OR due_on >= :from) AND (:to::date IS NULL OR due_on <= :to)
              AND (due_on, kind, id) > (:afterDay, :afterKind, :afterId)
            ORDER BY due_on, kind, id LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Moments moments;

    FollowUps(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** Where a follow-up comes from. */
    public enum Kind {
        COMMITMENT,
        DEMAND,
        /** A household was handed to professionals: how is it? */
        HANDOVER,
        /** By the rhythm agreed on there should have been hours by then. */
        CONTACT
    }

    /** @param with the office or organisation to ask; of a contact, the sponsor */
    public record FollowUp(
            Kind kind, String id, LocalDate dueOn, @Nullable String with) {}

    /** In the order of their days; {@code from} and {@code to} are days they are due. */
    public Page<FollowUp> due(String partnership, Asked asked) {
        List<String> start = Cursor.read(asked.after(), EngagementLists.FIRST_DAY, "", "");
        LocalDate afterDay = EngagementLists.day(start.getFirst());
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            List<FollowUp> found = jdbc.sql(DUE.replace("{holds}", moment.holds()))
                    .param("partnership", partnership)
                    .param("position", moment.position())
                    .param("from", asked.from())
                    .param("to", asked.to())
                    .param("afterDay", afterDay)
                    .param("afterKind", start.get(1))
                    .param("afterId", start.getLast())
                    .param("limit", asked.pageSize() + 1)
                    .query((row, n) -> new FollowUp(
                            Kind.valueOf(row.getString(1)),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getString(4)))
                    .list();
            return Page.of(found, asked, moment, last -> Cursor.of(last.dueOn(), last.kind(), last.id()));
        });
    }
}
