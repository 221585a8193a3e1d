package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was there in a period and logged nothing in it. */
@Component
public class Silent {
    // Columns without a table's name are those of the innermost table
    private static final String NOTHING_LOGGED = """
            SELECT id, name,
                   (SELECT count(*) FROM engagement.sponsorship m
                    WHERE m.partnership = s.partnership AND m.sponsor_id = s.id AND {holds}
                      AND from_day <= :to AND (end_day IS NULL OR end_day >= :from)) AS running,
                   (SELECT max(day) FROM engagement.hours h
                    WHERE h.partnership = s.partnership AND h.sponsor_id = s.id AND {holds}
                      AND status <> 'WITHDRAWN' AND day < :from) AS last_day
            FROM engagement.sponsor s
            WHERE partnership = :partnership AND {holds} AND joined_on <= :to AND (left_on IS NULL OR left_on > :from)
              AND id > :after
              AND NOT EXISTS (SELECT FROM engagement.hours h
                              WHERE h.partnership = s.partnership AND h.sponsor_id = s.id AND {holds}
                                AND status <> 'WITHDRAWN' AND day BETWEEN :from AND :to)
            ORDER BY id LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Moments moments;
    private final PersonalText texts;

    Silent(JdbcClient jdbc, Moments moments, PersonalText texts) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * @param sponsorships how many ran in the period; who had none may well be silent
     * @param lastOn the last day before the period with hours
     */
    public record Sponsor(
            String sponsorId,
            @Nullable String name,
            long sponsorships,
            @Nullable LocalDate lastOn) {}

    public Page<Sponsor> list(String partnership, Sight sight, Asked asked) {
        sight.requireAll();
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            List<Sponsor> rows = jdbc.sql(NOTHING_LOGGED.replace("{holds}", moment.holds()))
                    .param("partnership", partnership)
                    .param("position", moment.position())
                    .param("from", asked.firstDay())
                    .param("to", asked.lastDay())
                    .param("after", Cursor.read(asked.after(), "").getFirst())
                    .param("limit", asked.pageSize() + 1)
                    .query((row, n) -> new Sponsor(
                            row.getString(1), row.getString(2), row.getLong(3), row.getObject(4, LocalDate.class)))
                    .list();
            PersonalText.Opened names = texts.openAll(rows.stream().map(Sponsor::name));
            List<Sponsor> named = rows.stream()
                    .map(row -> new Sponsor(row.sponsorId(), names.text(row.name()), row.sponsorships(), row.lastOn()))
                    .toList();
            return Page.of(named, asked, moment, last -> Cursor.of(last.sponsorId()));
        });
    }
}
