package org.patenbuch.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Timesheets: a sponsor's month as a whole; and what was claimed of them. */
@Component
public class Timesheets {
    private static final String SHEETS = """
            SELECT t.sponsor_id, v.name, t.month, t.minutes, t.approved, t.entries, t.returned,
                   (SELECT max(day) FROM engagement.submission s
                    WHERE s.partnership = :partnership AND s.sponsor_id = t.sponsor_id AND s.month = t.month
                      AND {holds}) AS submitted_on
            FROM (SELECT sponsor_id, date_trunc('month', day)::date AS month, sum(minutes) AS minutes,
                         coalesce(sum(minutes) FILTER (WHERE status = 'APPROVED'), 0) AS approved,
                         count(*) AS entries, count(*) FILTER (WHERE status = 'RETURNED') AS returned
                  FROM engagement.hours
                  WHERE partnership = :partnership AND {holds} AND status <> 'WITHDRAWN' AND day BETWEEN :from AND :to
                    AND (:sponsor::text IS NULL OR sponsor_id = :sponsor) AND (:only::text IS NULL OR sponsor_id = :only)
                  GROUP BY 1, 2) t
            LEFT JOIN (SELECT * FROM engagement.sponsor WHERE partnership = :partnership AND {holds}) v
                 ON v.id = t.sponsor_id
            WHERE (t.month, t.sponsor_id) > (:afterMonth, :afterSponsor)
            ORDER BY t.month, t.sponsor_id""";

    /** Entries looked at for one that waits: years of a region, and an end to the search where none of them does. */
    private static final int LOOKED_AT = 20_000;

    private static final String WAITING = """
            SELECT max(day) FROM (SELECT day, status FROM engagement.hours
                                  WHERE partnership = :partnership AND {holds} AND day < :before
                                  ORDER BY day DESC, id DESC LIMIT :most) last
            WHERE status = 'LOGGED'""";

    private final JdbcClient jdbc;
    private final ClaimTable claims;
    private final Moments moments;
    private final PersonalText texts;

    Timesheets(JdbcClient jdbc, ClaimTable claims, Moments moments, PersonalText texts) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.moments = moments;
        this.texts = texts;
    }

    /** How far a month has come. */
    public enum Status {
        OPEN,
        SUBMITTED,
        RETURNED,
        APPROVED
    }

    /** @param submittedOn when the sponsor last said that the month is complete */
    public record Sheet(
            String sponsorId,
            @Nullable String name,
            YearMonth month,
            long minutes,
            long approvedMinutes,
            long entries,
            @Nullable LocalDate submittedOn,
            Status status) {
        Sheet named(@Nullable String other) {
            return new Sheet(sponsorId, other, month, minutes, approvedMinutes, entries, submittedOn, status);
        }
    }

    /** In the order of months and sponsors. */
    public Page<Sheet> list(String partnership, Sight sight, Asked asked) {
        Status wanted = Where.choice("status", asked.status(), Status.class);
        List<String> start = Cursor.read(asked.after(), EngagementLists.FIRST_DAY, "");
        LocalDate afterMonth = EngagementLists.day(start.getFirst());
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            List<Sheet> rows = sheets(partnership, sight, asked, moment, afterMonth, start.getLast()).stream()
                    .filter(sheet -> wanted == null || sheet.status() == wanted)
                    .limit(asked.pageSize() + 1L)
                    .toList();
            PersonalText.Opened names = texts.openAll(rows.stream().map(Sheet::name));
            List<Sheet> named =
                    rows.stream().map(row -> row.named(names.text(row.name()))).toList();
            return Page.of(named, asked, moment, last -> Cursor.of(last.month().atDay(1), last.sponsorId()));
        });
    }

    /**
     * The last month before this one in which hours wait to be approved; empty if none does, or none of the 20,000 last
     * entries before it.
     */
    public Optional<YearMonth> waitingBefore(YearMonth month, String partnership, Asked asked) {
        return moments.answer(
                asked.then(),
                EngagementView.NAME,
                partnership,
                moment -> jdbc.sql(WAITING.replace("{holds}", moment.holds()))
                        .param("partnership", partnership)
                        .param("position", moment.position())
                        .param("before", month.atDay(1))
                        .param("most", LOOKED_AT)
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class))
                                .map(YearMonth::from))
                        .single());
    }

    private List<Sheet> sheets(
            String partnership, Sight sight, Asked asked, Moment moment, LocalDate afterMonth, String afterSponsor) {
        return jdbc.sql(SHEETS.replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("from", asked.firstDay())
                .param("to", asked.lastDay())
                .param("sponsor", asked.sponsorId())
                .param("only", sight.onlySponsor())
                .param("afterMonth", afterMonth)
                .param("afterSponsor", afterSponsor)
                .query((row, n) -> new Sheet(
                        row.getString(1),
                        row.getString(2),
                        YearMonth.from(row.getObject(3, LocalDate.class)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getObject(8, LocalDate.class),
                        status(row.getLong(4), row.getLong(5), row.getLong(7), row.getObject(8, LocalDate.class))))
                .list();
    }

    private static Status status(long minutes, long approved, long returned, @Nullable LocalDate submitted) {
        if (returned > 0) {
            return Status.RETURNED;
        } else if (minutes == approved) {
            return Status.APPROVED;
        }
        return submitted == null ? Status.OPEN : Status.SUBMITTED;
    }

    /** What has been claimed towards whom, in the order of the claims' ids. */
    public Page<ClaimEntry> claims(String partnership, Asked asked) {
        Where where = ClaimTable.where(asked)
                .and("id > :after", "after", Cursor.read(asked.after(), "").getFirst());
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            List<ClaimEntry> found = claims.list(partnership, moment, where, "id", asked.pageSize() + 1);
            return Page.of(found, asked, moment, last -> Cursor.of(last.id()));
        });
    }
}
