package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Households that are open and accompanied by nobody, those who wait longest first. */
@Component
public class WaitingList {
    private static final String WAITING = """
            SELECT id, district, need, since_day FROM (
                SELECT id, district, need,
                       coalesce((SELECT max(end_day) FROM engagement.sponsorship m
                                 WHERE m.partnership = h.partnership AND m.household_id = h.id AND {holds}),
                                opened_on) AS since_day
                FROM engagement.household h
                WHERE partnership = :partnership AND {holds} AND closed_on IS NULL
                  AND NOT EXISTS (SELECT FROM engagement.sponsorship m
                                  WHERE m.partnership = h.partnership AND m.household_id = h.id AND {holds}
                                    AND end_day IS NULL)
            ) w
            WHERE (since_day, id) > (:afterDay, :afterId) ORDER BY since_day, id LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Moments moments;

    WaitingList(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** @param since taken in, or accompanied last */
    public record Waiting(String householdId, String district, String need, LocalDate since) {}

    public Page<Waiting> list(String partnership, Sight sight, Asked asked) {
        sight.requireAll();
        List<String> start = Cursor.read(asked.after(), EngagementLists.FIRST_DAY, "");
        LocalDate afterDay = EngagementLists.day(start.getFirst());
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            List<Waiting> found = jdbc.sql(WAITING.replace("{holds}", moment.holds()))
                    .param("partnership", partnership)
                    .param("position", moment.position())
                    .param("afterDay", afterDay)
                    .param("afterId", start.getLast())
                    .param("limit", asked.pageSize() + 1)
                    .query((row, n) -> new Waiting(
                            row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                    .list();
            return Page.of(found, asked, moment, last -> Cursor.of(last.since(), last.householdId()));
        });
    }
}
