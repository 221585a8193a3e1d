package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.engagement.SubmissionTable.Submission;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.timesheet.TimesheetEvent;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetSubmitted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When which month was said to be complete. */
@Component
class SubmissionTable extends Table<TimesheetEvent, Submission> {
    /** @param month its first day */
    record Submission(String sponsorId, LocalDate month, LocalDate on) {}

    private static final List<Column<Submission>> COLUMNS = List.of(
            Column.text("sponsor_id", Submission::sponsorId),
            Column.day("month", Submission::month),
            Column.day("day", Submission::on));

    SubmissionTable(JdbcClient jdbc) {
        super(jdbc, "engagement.submission", TimesheetEvent.class, COLUMNS);
    }

    /** Each submission stands by itself. */
    @Override
    Stream<String> touched(TimesheetEvent fact) {
        return Stream.empty();
    }

    @Override
    void hear(TimesheetEvent fact, Entry entry, Versions<Submission> versions) {
        if (fact instanceof TimesheetSubmitted event) {
            Submission row = new Submission(event.sponsorId(), event.month().atDay(1), event.on());
            versions.begin(key(entry, event.submissionId()), entry.position(), row);
        }
    }

    @Override
    Submission row(ResultSet row) throws SQLException {
        return new Submission(
                row.getString("sponsor_id"),
                row.getObject("month", LocalDate.class),
                row.getObject("day", LocalDate.class));
    }
}
