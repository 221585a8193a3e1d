package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.dialogue.RecognitionEvent;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionAwarded;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionRevoked;
import org.patenbuch.engagement.RecognitionEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.projections.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recognitions; what they were given for sealed. */
@Component
class RecognitionTable extends Table<RecognitionEvent, RecognitionEntry> {
    private static final List<Column<RecognitionEntry>> COLUMNS = List.of(
            Column.text("sponsor_id", RecognitionEntry::sponsorId),
            Column.day("awarded_on", RecognitionEntry::awardedOn),
            Column.text("title", RecognitionEntry::title),
            Column.text("basis", RecognitionEntry::basis),
            Column.text("status", RecognitionEntry::status));

    RecognitionTable(JdbcClient jdbc) {
        super(jdbc, "engagement.recognition", RecognitionEvent.class, COLUMNS);
    }

    static Where where(Asked asked) {
        return new Where()
                .and("awarded_on >= :from", "from", asked.from())
                .and("awarded_on <= :to", "to", asked.to())
                .and("sponsor_id = :sponsor", "sponsor", asked.sponsorId())
                .choice(asked.status(), Status.class)
                .contains(asked.q(), "id", "sponsor_id", "title");
    }

    @Override
    Stream<String> touched(RecognitionEvent fact) {
        return Stream.of(fact.recognitionId());
    }

    @Override
    void hear(RecognitionEvent fact, Entry entry, Versions<RecognitionEntry> versions) {
        Versions.Key key = key(entry, fact.recognitionId());
        switch (fact) {
            case RecognitionAwarded event -> versions.begin(key, entry.position(), awarded(event));
            case RecognitionRevoked event -> versions.change(key, entry.position(), RecognitionEntry::revoked);
        }
    }

    private static RecognitionEntry awarded(RecognitionAwarded event) {
        return new RecognitionEntry(
                event.recognitionId(),
                event.sponsorId(),
                event.awardedOn(),
                event.title(),
                event.basis().sealed(),
                Status.AWARDED);
    }

    @Override
    RecognitionEntry row(ResultSet row) throws SQLException {
        return new RecognitionEntry(
                row.getString("id"),
                row.getString("sponsor_id"),
                row.getObject("awarded_on", LocalDate.class),
                row.getString("title"),
                row.getString("basis"),
                Status.valueOf(row.getString("status")));
    }
}
