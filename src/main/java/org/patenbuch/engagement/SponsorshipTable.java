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
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
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
            Column.text("note", SponsorshipEntry::note));

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

    @Override
    Stream<String> touched(SponsorshipEvent fact) {
        return Stream.of(fact.sponsorshipId());
    }

    @Override
    void hear(SponsorshipEvent fact, Entry entry, Versions<SponsorshipEntry> versions) {
        switch (fact) {
            case SponsorAssigned event ->
                versions.begin(key(entry, event.sponsorshipId()), entry.position(), assigned(event));
            case SponsorshipEnded event ->
                versions.change(
                        key(entry, event.sponsorshipId()),
                        entry.position(),
                        row -> row.ended(event.on(), event.outcome(), sealed(event.note())));
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
                Status.RUNNING);
    }

    @Override
    SponsorshipEntry row(ResultSet row) throws SQLException {
        LocalDate ended = row.getObject("end_day", LocalDate.class);
        String outcome = row.getString("outcome");
        return new SponsorshipEntry(
                row.getString("id"),
                row.getString("sponsor_id"),
                row.getString("household_id"),
                row.getObject("from_day", LocalDate.class),
                row.getString("scope"),
                ended,
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("note"),
                ended == null ? Status.RUNNING : Status.ENDED);
    }
}
