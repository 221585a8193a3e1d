package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.engagement.ClaimEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.projections.Asked;
import org.patenbuch.timesheet.ClaimEvent;
import org.patenbuch.timesheet.ClaimEvent.ClaimWithdrawn;
import org.patenbuch.timesheet.ClaimEvent.HoursClaimed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The claims of hours towards funders. */
@Component
class ClaimTable extends Table<ClaimEvent, ClaimEntry> {
    private static final List<Column<ClaimEntry>> COLUMNS = List.of(
            Column.text("funder", ClaimEntry::funder),
            Column.day("from_day", ClaimEntry::from),
            Column.day("to_day", ClaimEntry::to),
            new Column<>("entries", "integer", ClaimEntry::entries),
            new Column<>("minutes", "integer", ClaimEntry::minutes),
            new Column<>("value_cents", "bigint", ClaimEntry::valueCents),
            Column.text("status", ClaimEntry::status));

    ClaimTable(JdbcClient jdbc) {
        super(jdbc, "engagement.claim", ClaimEvent.class, COLUMNS);
    }

    static Where where(Asked asked) {
        return new Where()
                .and("to_day >= :from", "from", asked.from())
                .and("from_day <= :to", "to", asked.to())
                .and("funder = :partner", "partner", asked.partnerId())
                .choice(asked.status(), Status.class)
                .contains(asked.q(), "id", "funder");
    }

    @Override
    Stream<String> touched(ClaimEvent fact) {
        return Stream.of(fact.claimId());
    }

    @Override
    void hear(ClaimEvent fact, Entry entry, Versions<ClaimEntry> versions) {
        Versions.Key key = key(entry, fact.claimId());
        switch (fact) {
            case HoursClaimed event -> versions.begin(key, entry.position(), claimed(event));
            case ClaimWithdrawn event -> versions.change(key, entry.position(), ClaimEntry::withdrawn);
        }
    }

    private static ClaimEntry claimed(HoursClaimed event) {
        return new ClaimEntry(
                event.claimId(),
                event.funder(),
                event.from(),
                event.to(),
                event.entryIds().size(),
                event.minutes(),
                event.valueCents(),
                Status.CLAIMED);
    }

    @Override
    ClaimEntry row(ResultSet row) throws SQLException {
        return new ClaimEntry(
                row.getString("id"),
                row.getString("funder"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("entries"),
                row.getInt("minutes"),
                row.getLong("value_cents"),
                Status.valueOf(row.getString("status")));
    }
}
