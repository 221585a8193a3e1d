package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.partnership.Rule;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom to thank: who has given as many hours as the rule says, once for each time, and was not yet recognised so often. */
@Component
public class RecognitionsDue {
    private static final String DUE = """
            SELECT s.id, s.name, h.minutes, coalesce(r.times, 0)
            FROM (SELECT * FROM engagement.sponsor WHERE partnership = :partnership AND {holds}) s
            JOIN (SELECT sponsor_id, sum(minutes) AS minutes FROM engagement.hours
                  WHERE partnership = :partnership AND {holds} AND status <> 'WITHDRAWN' AND day <= :to
                  GROUP BY 1) h ON h.sponsor_id = s.id
            LEFT JOIN (SELECT sponsor_id, count(*) AS times FROM engagement.recognition
                       WHERE partnership = :partnership AND {holds} AND status = 'AWARDED' AND awarded_on <= :to
                       GROUP BY 1) r ON r.sponsor_id = s.id
            WHERE s.left_on IS NULL AND s.id > :after AND h.minutes / (60 * :hours) > coalesce(r.times, 0)
            ORDER BY s.id LIMIT :limit""";

    private final JdbcClient jdbc;
    private final DatedRules rules;
    private final SponsorList sponsors;
    private final Moments moments;
    private final PersonalText texts;

    RecognitionsDue(JdbcClient jdbc, DatedRules rules, SponsorList sponsors, Moments moments, PersonalText texts) {
        this.sponsors = sponsors;
        this.jdbc = jdbc;
        this.rules = rules;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * @param minutes given in all
     * @param hours the threshold reached last
     * @param recognised how often so far
     */
    public record Due(String sponsorId, @Nullable String name, long minutes, long hours, long recognised) {}

    /** By the rule of {@code to}, else of the day of the answer; hours and recognitions count up to that day. */
    public Page<Due> list(String partnership, Sight sight, Asked asked) {
        sight.requireAll();
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            LocalDate day = asked.to() == null
                    ? sponsors.judged(partnership, asked, moment).day()
                    : asked.to();
            long hours = rules.value(Rule.RECOGNITION_HOURS, day, partnership, null, moment);
            if (hours == 0) {
                return Page.of(List.of(), asked, moment, Due::sponsorId);
            }
            List<Due> rows = jdbc.sql(DUE.replace("{holds}", moment.holds()))
                    .param("partnership", partnership)
                    .param("position", moment.position())
                    .param("to", day)
                    .param("hours", hours)
                    .param("after", Cursor.read(asked.after(), "").getFirst())
                    .param("limit", asked.pageSize() + 1)
                    .query((row, n) -> new Due(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(3) / (60 * hours) * hours,
                            row.getLong(4)))
                    .list();
            PersonalText.Opened names = texts.openAll(rows.stream().map(Due::name));
            List<Due> named = rows.stream()
                    .map(row -> new Due(
                            row.sponsorId(), names.text(row.name()), row.minutes(), row.hours(), row.recognised()))
                    .toList();
            return Page.of(named, asked, moment, last -> Cursor.of(last.sponsorId()));
        });
    }
}
