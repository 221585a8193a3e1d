package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.engagement.NoteEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.sponsorship.SponsorshipEvent;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteTaken;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The coordinators' notes about sponsorships; their texts sealed. */
@Component
class NoteTable extends Table<SponsorshipEvent, NoteEntry> {
    private static final List<Column<NoteEntry>> COLUMNS = List.of(
            Column.text("sponsorship_id", NoteEntry::sponsorshipId),
            Column.day("day", NoteEntry::on),
            Column.text("text", NoteEntry::text),
            Column.text("status", NoteEntry::status));

    NoteTable(JdbcClient jdbc) {
        super(jdbc, "engagement.note", SponsorshipEvent.class, COLUMNS);
    }

    @Override
    Stream<String> touched(SponsorshipEvent fact) {
        return fact instanceof NoteWithdrawn event ? Stream.of(event.noteId()) : Stream.empty();
    }

    @Override
    void hear(SponsorshipEvent fact, Entry entry, Versions<NoteEntry> versions) {
        if (fact instanceof NoteTaken event) {
            NoteEntry note = new NoteEntry(
                    event.noteId(),
                    event.sponsorshipId(),
                    event.on(),
                    event.text().sealed(),
                    Status.TAKEN);
            versions.begin(key(entry, event.noteId()), entry.position(), note);
        } else if (fact instanceof NoteWithdrawn event) {
            versions.change(key(entry, event.noteId()), entry.position(), NoteEntry::withdrawn);
        }
    }

    @Override
    NoteEntry row(ResultSet row) throws SQLException {
        return new NoteEntry(
                row.getString("id"),
                row.getString("sponsorship_id"),
                row.getObject("day", LocalDate.class),
                row.getString("text"),
                Status.valueOf(row.getString("status")));
    }
}
