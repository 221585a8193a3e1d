package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.dialogue.MeetingEvent;
import org.patenbuch.dialogue.MeetingEvent.MeetingRecorded;
import org.patenbuch.dialogue.MeetingEvent.MeetingWithdrawn;
import org.patenbuch.engagement.MeetingEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.kernel.Personal;
import org.patenbuch.projections.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meetings; participants and summary sealed. */
@Component
class MeetingTable extends Table<MeetingEvent, MeetingEntry> {
    private static final List<Column<MeetingEntry>> COLUMNS = List.of(
            Column.day("held_on", MeetingEntry::heldOn),
            Column.text("title", MeetingEntry::title),
            Column.words("participants", MeetingEntry::participants),
            Column.text("summary", MeetingEntry::summary),
            Column.text("status", MeetingEntry::status));

    MeetingTable(JdbcClient jdbc) {
        super(jdbc, "engagement.meeting", MeetingEvent.class, COLUMNS);
    }

    static Where where(Asked asked) {
        return new Where()
                .and("held_on >= :from", "from", asked.from())
                .and("held_on <= :to", "to", asked.to())
                .choice(asked.status(), Status.class)
                .contains(asked.q(), "id", "title");
    }

    @Override
    Stream<String> touched(MeetingEvent fact) {
        return Stream.of(fact.meetingId());
    }

    @Override
    void hear(MeetingEvent fact, Entry entry, Versions<MeetingEntry> versions) {
        Versions.Key key = key(entry, fact.meetingId());
        switch (fact) {
            case MeetingRecorded event -> versions.begin(key, entry.position(), recorded(event));
            case MeetingWithdrawn event -> versions.change(key, entry.position(), MeetingEntry::withdrawn);
        }
    }

    private static MeetingEntry recorded(MeetingRecorded event) {
        return new MeetingEntry(
                event.meetingId(),
                event.heldOn(),
                event.title(),
                event.participants().stream().map(Personal::sealed).toList(),
                event.summary().sealed(),
                Status.HELD);
    }

    @Override
    MeetingEntry row(ResultSet row) throws SQLException {
        return new MeetingEntry(
                row.getString("id"),
                row.getObject("held_on", LocalDate.class),
                row.getString("title"),
                words(row.getArray("participants")),
                row.getString("summary"),
                Status.valueOf(row.getString("status")));
    }
}
