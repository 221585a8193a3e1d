package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.HoursTrace.Hop;
import org.patenbuch.engagement.HoursTrace.Kind;
import org.patenbuch.engagement.HoursTrace.Node;
import org.patenbuch.engagement.HoursTrace.Stage;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows hours: from who gave them, through a sponsorship, to whether they are approved. */
@Component
public class PeopleTrace {
    private static final String HOURS = """
            SELECT h.*, ARRAY(
                SELECT v.since FROM engagement.hours v WHERE v.partnership = h.partnership AND v.id = h.id
                    AND v.since <= :position ORDER BY 1) AS events
            FROM engagement.hours h WHERE h.partnership = :partnership AND %s AND {holds} ORDER BY day, id""";
    private static final String OF_SPONSORSHIP = HOURS.formatted("""
            sponsorship_id = :id AND sponsor_id = (
                SELECT sponsor_id FROM engagement.sponsorship WHERE partnership = :partnership AND id = :id LIMIT 1)""");
    private static final String ENTRY = HOURS.formatted("id = :id");
    private static final String SPONSORSHIP = """
            SELECT s.*, ARRAY(
                SELECT v.since FROM engagement.sponsorship v WHERE v.partnership = s.partnership AND v.id = s.id
                    AND v.since <= :position ORDER BY 1) AS events
            FROM engagement.sponsorship s WHERE s.partnership = :partnership AND id = :id AND {holds}""";

    private record Given(String sponsorId, @Nullable String sponsorshipId, Stage stage) {}

    private final JdbcClient jdbc;
    private final Moments moments;

    PeopleTrace(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    public Optional<HoursTrace> hours(String partnership, String id, Asked asked) {
        return moments.answer(
                asked,
                EngagementView.NAME,
                partnership,
                moment -> ask(ENTRY, partnership, id, moment)
                        .query(PeopleTrace::given)
                        .optional()
                        .map(given -> ofEntry(partnership, given, moment)));
    }

    public Optional<HoursTrace> sponsorship(String partnership, String id, Asked asked) {
        return moments.answer(
                asked,
                EngagementView.NAME,
                partnership,
                moment -> sponsorship(partnership, id, moment)
                        .map(found -> ofSponsorship(found, entries(partnership, id, moment), moment)));
    }

    private HoursTrace ofEntry(String partnership, Given given, Moment moment) {
        if (given.sponsorshipId() != null) {
            Given sponsorship =
                    sponsorship(partnership, given.sponsorshipId(), moment).orElseThrow();
            return trace(Kind.HOURS, given.stage().id(), sponsorship, List.of(given), moment);
        }
        return trace(Kind.HOURS, given.stage().id(), null, List.of(given), moment);
    }

    private static HoursTrace ofSponsorship(Given sponsorship, List<Given> entries, Moment moment) {
        return trace(Kind.SPONSORSHIP, sponsorship.stage().id(), sponsorship, entries, moment);
    }

    private List<Given> entries(String partnership, String id, Moment moment) {
        return ask(OF_SPONSORSHIP, partnership, id, moment)
                .query(PeopleTrace::given)
                .list();
    }

    private Optional<Given> sponsorship(String partnership, String id, Moment moment) {
        return ask(SPONSORSHIP, partnership, id, moment)
                .query((row, n) -> new Given(
                        row.getString("sponsor_id"),
                        null,
                        new Stage(
                                Kind.SPONSORSHIP,
                                id,
                                0,
                                row.getObject("from_day", LocalDate.class),
                                row.getString("household_id"),
                                row.getObject("end_day") == null ? "RUNNING" : "ENDED",
                                List.of((Long[]) row.getArray("events").getArray()))))
                .optional();
    }

    private static HoursTrace trace(
            Kind kind, String id, @Nullable Given sponsorship, List<Given> entries, Moment moment) {
        List<Stage> stages = new ArrayList<>();
        List<Hop> hops = new ArrayList<>();
        long minutes =
                entries.stream().mapToLong(entry -> entry.stage().minutes()).sum();
        if (sponsorship != null) {
            Stage whole = sponsorship.stage();
            stages.add(new Stage(
                    whole.kind(),
                    whole.id(),
                    minutes,
                    whole.on(),
                    whole.householdId(),
                    whole.status(),
                    whole.events()));
            hop(
                    hops,
                    new Node(Kind.SPONSOR, sponsorship.sponsorId()),
                    new Node(Kind.SPONSORSHIP, whole.id()),
                    minutes,
                    whole.events());
        }
        long approved = 0;
        for (Given entry : entries) {
            Stage stage = entry.stage();
            Node node = new Node(Kind.HOURS, stage.id());
            boolean done = "APPROVED".equals(stage.status());
            approved += done ? stage.minutes() : 0;
            stages.add(stage);
            hop(hops, from(sponsorship, entry), node, stage.minutes(), stage.events());
            Kind end = done ? Kind.APPROVED : Kind.WAITING;
            hop(
                    hops,
                    node,
                    new Node(end, ""),
                    stage.minutes(),
                    List.of(stage.events().getLast()));
        }
        return new HoursTrace(kind, id, minutes, approved, stages, hops, moment.position(), moment.knownAt());
    }

    private static Node from(@Nullable Given sponsorship, Given entry) {
        return sponsorship == null
                ? new Node(Kind.SPONSOR, entry.sponsorId())
                : new Node(Kind.SPONSORSHIP, sponsorship.stage().id());
    }

    private static void hop(List<Hop> hops, Node from, Node to, long minutes, List<Long> events) {
        if (minutes > 0) {
            hops.add(new Hop(from, to, minutes, events));
        }
    }

    private static Given given(ResultSet row, int n) throws SQLException {
        String status = row.getString("status");
        return new Given(
                row.getString("sponsor_id"),
                row.getString("sponsorship_id"),
                new Stage(
                        Kind.HOURS,
                        row.getString("id"),
                        status.equals("WITHDRAWN") ? 0 : row.getLong("minutes"),
                        row.getObject("day", LocalDate.class),
                        row.getString("household_id"),
                        status,
                        List.of((Long[]) row.getArray("events").getArray())));
    }

    private JdbcClient.StatementSpec ask(String sql, String partnership, String id, Moment moment) {
        return jdbc.sql(sql.replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("id", id);
    }
}
