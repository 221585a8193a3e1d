package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.dialogue.CommitmentEvent;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentDropped;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentKept;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentMade;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentPostponed;
import org.patenbuch.engagement.CommitmentEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.projections.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commitments; their texts sealed. */
@Component
class CommitmentTable extends Table<CommitmentEvent, CommitmentEntry> {
    private static final List<Column<CommitmentEntry>> COLUMNS = List.of(
            Column.day("made_on", CommitmentEntry::madeOn),
            Column.text("by_whom", CommitmentEntry::by),
            Column.text("text", CommitmentEntry::text),
            Column.day("due_on", CommitmentEntry::dueOn),
            Column.text("meeting_id", CommitmentEntry::meetingId),
            Column.text("demand_id", CommitmentEntry::demandId),
            Column.day("kept_on", CommitmentEntry::keptOn),
            Column.text("status", CommitmentEntry::status));

    CommitmentTable(JdbcClient jdbc) {
        super(jdbc, "engagement.commitment", CommitmentEvent.class, COLUMNS);
    }

    static Where where(Asked asked) {
        return new Where()
                .and("made_on >= :from", "from", asked.from())
                .and("made_on <= :to", "to", asked.to())
                .choice(asked.status(), Status.class)
                .contains(asked.q(), "id", "by_whom");
    }

    @Override
    Stream<String> touched(CommitmentEvent fact) {
        return Stream.of(fact.commitmentId());
    }

    @Override
    void hear(CommitmentEvent fact, Entry entry, Versions<CommitmentEntry> versions) {
        Versions.Key key = key(entry, fact.commitmentId());
        long at = entry.position();
        switch (fact) {
            case CommitmentMade event -> versions.begin(key, at, made(event));
            case CommitmentPostponed event -> versions.change(key, at, row -> row.due(event.dueOn()));
            case CommitmentKept event -> versions.change(key, at, row -> row.over(event.on(), Status.KEPT));
            case CommitmentDropped event -> versions.change(key, at, row -> row.over(null, Status.DROPPED));
        }
    }

    private static CommitmentEntry made(CommitmentMade event) {
        return new CommitmentEntry(
                event.commitmentId(),
                event.madeOn(),
                event.by(),
                event.text().sealed(),
                event.dueOn(),
                event.meetingId(),
                event.demandId(),
                null,
                Status.OPEN);
    }

    @Override
    CommitmentEntry row(ResultSet row) throws SQLException {
        return new CommitmentEntry(
                row.getString("id"),
                row.getObject("made_on", LocalDate.class),
                row.getString("by_whom"),
                row.getString("text"),
                row.getObject("due_on", LocalDate.class),
                row.getString("meeting_id"),
                row.getString("demand_id"),
                row.getObject("kept_on", LocalDate.class),
                Status.valueOf(row.getString("status")));
    }
}
