package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.Versions.Key;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.projections.Asked;
import org.patenbuch.timesheet.Status;
import org.patenbuch.timesheet.TimesheetEvent;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.ApprovalRevoked;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;
import org.patenbuch.timesheet.TimesheetEvent.HoursReturned;
import org.patenbuch.timesheet.TimesheetEvent.HoursWithdrawn;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetApproved;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetSubmitted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours, entry by entry, and their sums by month beside them; notes and comments sealed. */
@Component
class HoursTable extends Table<TimesheetEvent, HoursEntry> {
    private static final List<Column<HoursEntry>> COLUMNS = List.of(
            Column.text("sponsor_id", HoursEntry::sponsorId),
            Column.text("sponsorship_id", HoursEntry::sponsorshipId),
            Column.text("household_id", HoursEntry::householdId),
            Column.day("day", HoursEntry::on),
            new Column<>("minutes", "integer", HoursEntry::minutes),
            Column.text("activity", HoursEntry::activity),
            Column.text("status", HoursEntry::status),
            Column.text("note", HoursEntry::note),
            Column.text("comment", HoursEntry::comment));

    // The household's sponsors first: by them its entries are found without reading everyone's
    private static final String OF_HOUSEHOLD = """
            household_id = :household AND sponsor_id IN (
                SELECT sponsor_id FROM engagement.sponsorship
                WHERE partnership = :partnership AND {holds} AND household_id = :household)""";

    HoursTable(JdbcClient jdbc) {
        super(jdbc, "engagement.hours", TimesheetEvent.class, COLUMNS);
    }

    /** The rows of a batch, with what they add to the sums. */
    private static final class Counted extends Versions<HoursEntry> {
        private final MonthSums sums = new MonthSums();

        Counted(Map<Key, HoursEntry> stored) {
            super(stored);
        }

        @Override
        void changed(Key key, long position, @Nullable HoursEntry before, HoursEntry after) {
            if (before != null) {
                sums.add(key.partnership(), position, before, -1);
            }
            sums.add(key.partnership(), position, after, 1);
        }
    }

    @Override
    Versions<HoursEntry> versions(Map<Key, HoursEntry> stored) {
        return new Counted(stored);
    }

    @Override
    void store(Versions<HoursEntry> versions) {
        super.store(versions);
        ((Counted) versions).sums.store(jdbc);
    }

    static Where where(Asked asked, Sight sight) {
        Status status = Where.choice("status", asked.status(), Status.class);
        return new Where()
                .and("day >= :from", "from", asked.from())
                .and("day <= :to", "to", asked.to())
                .and("sponsor_id = :only", "only", sight.onlySponsor())
                .and("sponsor_id = :sponsor", "sponsor", asked.sponsorId())
                .and(OF_HOUSEHOLD, "household", asked.householdId())
                .and("status = :status", "status", status == null ? null : status.name())
                .contains(asked.q(), "id", "activity");
    }

    @Override
    Stream<String> touched(TimesheetEvent fact) {
        return switch (fact) {
            case HoursLogged event -> Stream.empty();
            case HoursCorrected event -> Stream.of(event.entryId());
            case HoursWithdrawn event -> Stream.of(event.entryId());
            case HoursReturned event -> Stream.of(event.entryId());
            case TimesheetSubmitted event -> Stream.empty();
            case TimesheetApproved event -> event.entryIds().stream();
            case ApprovalRevoked event -> event.entryIds().stream();
        };
    }

    @Override
    void hear(TimesheetEvent fact, Entry entry, Versions<HoursEntry> versions) {
        long at = entry.position();
        switch (fact) {
            case HoursLogged event -> versions.begin(key(entry, event.entryId()), at, logged(event));
            case HoursCorrected event -> versions.change(key(entry, event.entryId()), at, row -> row.corrected(event));
            case HoursWithdrawn event ->
                versions.change(key(entry, event.entryId()), at, row -> row.with(Status.WITHDRAWN, null));
            case HoursReturned event -> {
                String comment = event.comment().sealed();
                versions.change(key(entry, event.entryId()), at, row -> row.with(Status.RETURNED, comment));
            }
            case TimesheetSubmitted event -> {} // changes no entry; SubmissionTable hears it
            case TimesheetApproved event -> set(event.entryIds(), Status.APPROVED, entry, versions);
            case ApprovalRevoked event -> set(event.entryIds(), Status.LOGGED, entry, versions);
        }
    }

    private static void set(List<String> ids, Status status, Entry entry, Versions<HoursEntry> versions) {
        ids.forEach(id -> versions.change(key(entry, id), entry.position(), row -> row.with(status, null)));
    }

    private static HoursEntry logged(HoursLogged event) {
        return new HoursEntry(
                event.entryId(),
                event.sponsorId(),
                event.sponsorshipId(),
                event.householdId(),
                event.on(),
                event.minutes(),
                event.activity(),
                Status.LOGGED,
                event.note() == null ? null : event.note().sealed(),
                null);
    }

    @Override
    HoursEntry row(ResultSet row) throws SQLException {
        return new HoursEntry(
                row.getString("id"),
                row.getString("sponsor_id"),
                row.getString("sponsorship_id"),
                row.getString("household_id"),
                row.getObject("day", LocalDate.class),
                row.getInt("minutes"),
                Activity.valueOf(row.getString("activity")),
                Status.valueOf(row.getString("status")),
                row.getString("note"),
                row.getString("comment"));
    }
}
