package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.dialogue.DemandEvent;
import org.patenbuch.dialogue.DemandEvent.Answer;
import org.patenbuch.dialogue.DemandEvent.DemandAnswered;
import org.patenbuch.dialogue.DemandEvent.DemandRaised;
import org.patenbuch.dialogue.DemandEvent.DemandWithdrawn;
import org.patenbuch.engagement.DemandEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.projections.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demands; their texts sealed. */
@Component
class DemandTable extends Table<DemandEvent, DemandEntry> {
    private static final List<Column<DemandEntry>> COLUMNS = List.of(
            Column.day("raised_on", DemandEntry::raisedOn),
            Column.text("addressee", DemandEntry::addressee),
            Column.text("text", DemandEntry::text),
            Column.text("meeting_id", DemandEntry::meetingId),
            Column.day("answer_by", DemandEntry::answerBy),
            Column.day("answered_on", DemandEntry::answeredOn),
            Column.text("answer", DemandEntry::answer),
            Column.text("note", DemandEntry::note),
            Column.text("status", DemandEntry::status));

    DemandTable(JdbcClient jdbc) {
        super(jdbc, "engagement.demand", DemandEvent.class, COLUMNS);
    }

    static Where where(Asked asked) {
        return new Where()
                .and("raised_on >= :from", "from", asked.from())
                .and("raised_on <= :to", "to", asked.to())
                .choice(asked.status(), Status.class)
                .contains(asked.q(), "id", "addressee");
    }

    @Override
    Stream<String> touched(DemandEvent fact) {
        return Stream.of(fact.demandId());
    }

    @Override
    void hear(DemandEvent fact, Entry entry, Versions<DemandEntry> versions) {
        Versions.Key key = key(entry, fact.demandId());
        switch (fact) {
            case DemandRaised event -> versions.begin(key, entry.position(), raised(event));
            case DemandAnswered event ->
                versions.change(
                        key, entry.position(), row -> row.answered(event.on(), event.answer(), sealed(event.note())));
            case DemandWithdrawn event -> versions.change(key, entry.position(), DemandEntry::withdrawn);
        }
    }

    private static DemandEntry raised(DemandRaised event) {
        return new DemandEntry(
                event.demandId(),
                event.raisedOn(),
                event.addressee(),
                event.text().sealed(),
                event.meetingId(),
                event.answerBy(),
                null,
                null,
                null,
                Status.OPEN);
    }

    @Override
    DemandEntry row(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new DemandEntry(
                row.getString("id"),
                row.getObject("raised_on", LocalDate.class),
                row.getString("addressee"),
                row.getString("text"),
                row.getString("meeting_id"),
                row.getObject("answer_by", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                answer == null ? null : Answer.valueOf(answer),
                row.getString("note"),
                Status.valueOf(row.getString("status")));
    }
}
