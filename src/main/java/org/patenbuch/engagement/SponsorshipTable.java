package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.engagement.SponsorshipEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.projections.Asked;
import org.patenbuch.sponsorship.SponsorshipEvent;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpDone;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteTaken;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteWithdrawn;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.Phase;
import org.patenbuch.sponsorship.SponsorshipEvent.PhaseEntered;
import org.patenbuch.sponsorship.SponsorshipEvent.RhythmAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorshipEnded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sponsorships; scope and note sealed. */
@Component
class SponsorshipTable extends Table<SponsorshipEvent, SponsorshipEntry> {
    private static final List<Column<SponsorshipEntry>> COLUMNS = List.of(
            Column.text("sponsor_id", SponsorshipEntry::sponsorId),
            Column.text("household_id", SponsorshipEntry::householdId),
            Column.day("from_day", SponsorshipEntry::from),
            Column.text("scope", SponsorshipEntry::scope),
            Column.day("end_day", SponsorshipEntry::endedOn),
            Column.text("outcome", SponsorshipEntry::outcome),
            Column.text("note", SponsorshipEntry::note),
            Column.text("phase", SponsorshipEntry::phase),
            new Column<>("every_days", "integer", SponsorshipEntry::everyDays),
            Column.text("follow_up_with", SponsorshipEntry::followUpWith),
            Column.day("follow_up_on", SponsorshipEntry::followUpOn));

    SponsorshipTable(JdbcClient jdbc) {
        super(jdbc, "engagement.sponsorship", SponsorshipEvent.class, COLUMNS);
    }

    static Where where(Asked asked, Sight sight) {
        Status status = Where.choice("status", asked.status(), Status.class);
        return new Where()
                .and("from_day <= :to", "to", asked.to())
                .and("end_day IS NULL OR end_day >= :from", "from", asked.from())
                .and("sponsor_id = :only", "only", sight.onlySponsor())
                .and("sponsor_id = :sponsor", "sponsor", asked.sponsorId())
                .and("household_id = :household", "household", asked.householdId())
                .and("(end_day IS NULL) = :runs", "runs", status == null ? null : status == Status.RUNNING)
                .contains(asked.q(), "id", "sponsor_id", "household_id");
    }

    /** Notes have a table of their own. */
    @Override
    Stream<String> touched(SponsorshipEvent fact) {
        boolean note = fact instanceof NoteTaken || fact instanceof NoteWithdrawn;
        return note ? Stream.empty() : Stream.of(fact.sponsorshipId());
    }

    @Override
    void hear(SponsorshipEvent fact, Entry entry, Versions<SponsorshipEntry> versions) {
        Versions.Key key = key(entry, fact.sponsorshipId());
        long at = entry.position();
        switch (fact) {
            case SponsorAssigned event -> versions.begin(key, at, assigned(event));
            case PhaseEntered event -> versions.change(key, at, row -> row.going(event.phase(), row.everyDays()));
            case RhythmAgreed event -> versions.change(key, at, row -> row.going(row.phase(), event.everyDays()));
            case FollowUpAgreed event -> versions.change(key, at, row -> row.followUp(event.with(), event.dueOn()));
            case FollowUpDone event -> versions.change(key, at, row -> row.followUp(null, null));
            case NoteTaken event -> {}
            case NoteWithdrawn event -> {}
            case SponsorshipEnded event ->
                versions.change(key, at, row -> row.ended(event.on(), event.outcome(), sealed(event.note())));
        }
    }

    private static SponsorshipEntry assigned(SponsorAssigned event) {
        return new SponsorshipEntry(
                event.sponsorshipId(),
                event.sponsorId(),
                event.householdId(),
                event.from(),
                sealed(event.scope()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Status.RUNNING);
    }

    @Override
    SponsorshipEntry row(ResultSet row) throws SQLException {
        LocalDate ended = row.getObject("end_day", LocalDate.class);
        String outcome = row.getString("outcome");
        String phase = row.getString("phase");
        return new SponsorshipEntry(
                row.getString("id"),
                row.getString("sponsor_id"),
                row.getString("household_id"),
                row.getObject("from_day", LocalDate.class),
                row.getString("scope"),
                ended,
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("note"),
                phase == null ? null : Phase.valueOf(phase),
                row.getObject("every_days", Integer.class),
                row.getString("follow_up_with"),
                row.getObject("follow_up_on", LocalDate.class),
                ended == null ? Status.RUNNING : Status.ENDED);
    }
}
