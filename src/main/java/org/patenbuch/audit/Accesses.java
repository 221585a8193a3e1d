package org.patenbuch.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Cursor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;

/** Keeps, beside the journal, who took data out and which log-ins were refused. */
@Component
class Accesses {
    private static final int LONGEST = 2_000;
    private static final int DEFAULT_LIMIT = 50;

    private static final String ACCESS = """
            INSERT INTO access_record (partnership, kind, user_id, what) VALUES (?, ?, ?, ?)""";

    /** In each partnership of that person; once a second, so that whoever tries a thousand times fills no disk. */
    private static final String REFUSED = """
            INSERT INTO access_record (partnership, kind, user_id)
            SELECT DISTINCT m.partnership, 'LOGIN_REFUSED', u.user_id
            FROM (SELECT 1) one LEFT JOIN users u ON u.login = :login LEFT JOIN membership m ON m.user_id = u.user_id
            WHERE NOT EXISTS (SELECT FROM access_record r WHERE r.kind = 'LOGIN_REFUSED'
                AND r.user_id IS NOT DISTINCT FROM u.user_id AND r.partnership IS NOT DISTINCT FROM m.partnership
                AND r.id > (SELECT coalesce(max(id), 0) - 1000 FROM access_record)
                AND r.at > clock_timestamp() - interval '1 second')""";

    private static final String LIST = """
            SELECT id, kind, user_id, what, at FROM access_record
            WHERE (partnership = :partnership OR partnership IS NULL) AND id < :before
            ORDER BY id DESC LIMIT :limit""";

    /**
     * @param kind EXPORT, HOUSEHOLD_READ or LOGIN_REFUSED
     * @param userId null where nobody has the name that was tried
     * @param what the address of what was taken or looked at
     */
    record Access(
            String kind, @Nullable String userId, @Nullable String what, Instant at) {}

    /** @param next to be sent as {@code after} for the earlier ones */
    record Part(List<Access> items, @Nullable String next) {}

    /**
     * Which of them, without a moment of knowledge: this record lies beside the journal.
     *
     * @param after where the part before ended
     */
    record Leaf(
            @Nullable @Size(max = 500) String after,
            @Nullable @Min(1) @Max(500) Integer limit) {
        int size() {
            return limit == null ? DEFAULT_LIMIT : limit;
        }
    }

    private record Row(long id, Access access) {}

    private final JdbcClient jdbc;

    Accesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** To be called before anything leaves: what cannot be put on record is not given. */
    void exported(String partnership, String userId, String what) {
        put("EXPORT", partnership, userId, what);
    }

    /** To be called before the page is given. */
    void householdRead(String partnership, String userId, String what) {
        put("HOUSEHOLD_READ", partnership, userId, what);
    }

    private void put(String kind, String partnership, String userId, String what) {
        String kept = what.length() > LONGEST ? what.substring(0, LONGEST) : what;
        jdbc.sql(ACCESS).params(partnership, kind, userId, kept).update();
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent refused) {
        String login = String.valueOf(refused.getAuthentication().getName());
        jdbc.sql(REFUSED)
                .param("login", login.strip().toLowerCase(Locale.ROOT).replace("\0", ""))
                .update();
    }

    /** The last ones first. */
    Part part(String partnership, Leaf leaf) {
        int limit = leaf.size();
        List<Row> found = jdbc.sql(LIST)
                .param("partnership", partnership)
                .param("before", before(leaf.after()))
                .param("limit", limit + 1)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new Access(
                                row.getString("kind"),
                                row.getString("user_id"),
                                row.getString("what"),
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list();
        boolean more = found.size() > limit;
        List<Row> shown = more ? found.subList(0, limit) : found;
        return new Part(
                shown.stream().map(Row::access).toList(),
                more ? Cursor.of(shown.getLast().id()) : null);
    }

    private static long before(@Nullable String after) {
        try {
            return after == null
                    ? Long.MAX_VALUE
                    : Long.parseLong(Cursor.read(after, "").getFirst());
        } catch (NumberFormatException ofAnotherList) {
            throw Cursor.unknown();
        }
    }
}
