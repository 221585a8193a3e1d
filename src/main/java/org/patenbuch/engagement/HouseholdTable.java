package org.patenbuch.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.patenbuch.engagement.HouseholdEntry.Status;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.household.HouseholdEvent;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.household.HouseholdEvent.ConsentGiven;
import org.patenbuch.household.HouseholdEvent.ConsentWithdrawn;
import org.patenbuch.household.HouseholdEvent.HouseholdClosed;
import org.patenbuch.household.HouseholdEvent.HouseholdDescribed;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.projections.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The households; their names sealed. */
@Component
class HouseholdTable extends Table<HouseholdEvent, HouseholdEntry> {
    private static final List<Column<HouseholdEntry>> COLUMNS = List.of(
            Column.text("name", HouseholdEntry::name),
            Column.text("district", HouseholdEntry::district),
            Column.text("need", HouseholdEntry::need),
            Column.text("referred_by", HouseholdEntry::referredBy),
            Column.day("opened_on", HouseholdEntry::openedOn),
            Column.day(
                    "consent_given_on",
                    row -> row.consent() == null ? null : row.consent().givenOn()),
            Column.text(
                    "consent_scope",
                    row -> row.consent() == null ? null : row.consent().scope()),
            Column.day("consent_withdrawn_on", HouseholdEntry::consentWithdrawnOn),
            Column.day("closed_on", HouseholdEntry::closedOn),
            Column.words("languages", HouseholdEntry::languages));

    private static final String OF_SPONSOR = """
            SELECT household_id FROM engagement.sponsorship
            WHERE partnership = :partnership AND {holds} AND sponsor_id = :sponsor""";

    HouseholdTable(JdbcClient jdbc) {
        super(jdbc, "engagement.household", HouseholdEvent.class, COLUMNS);
    }

    static Where where(Asked asked) {
        Status status = Where.choice("status", asked.status(), Status.class);
        return new Where()
                .and("opened_on <= :to", "to", asked.to())
                .and("closed_on IS NULL OR closed_on >= :from", "from", asked.from())
                .and("referred_by = :partner", "partner", asked.partnerId())
                .and("id = :household", "household", asked.householdId())
                .and("id IN (" + OF_SPONSOR + ")", "sponsor", asked.sponsorId())
                .and("(closed_on IS NULL) = :open", "open", status == null ? null : status == Status.OPEN)
                .contains(asked.q(), "id", "district", "need");
    }

    @Override
    Stream<String> touched(HouseholdEvent fact) {
        return Stream.of(fact.householdId());
    }

    @Override
    void hear(HouseholdEvent fact, Entry entry, Versions<HouseholdEntry> versions) {
        switch (fact) {
            case HouseholdTakenIn event ->
                versions.begin(key(entry, event.householdId()), entry.position(), takenIn(event));
            case HouseholdDescribed event ->
                versions.change(
                        key(entry, event.householdId()), entry.position(), row -> row.described(event.languages()));
            case ConsentGiven event ->
                versions.change(
                        key(entry, event.householdId()), entry.position(), row -> row.consented(event.consent(), null));
            case ConsentWithdrawn event ->
                versions.change(
                        key(entry, event.householdId()),
                        entry.position(),
                        row -> row.consented(row.consent(), event.on()));
            case HouseholdClosed event ->
                versions.change(key(entry, event.householdId()), entry.position(), row -> row.closed(event.on()));
        }
    }

    private static HouseholdEntry takenIn(HouseholdTakenIn event) {
        return new HouseholdEntry(
                event.householdId(),
                event.name() == null ? null : event.name().sealed(),
                event.district(),
                event.need(),
                event.referredBy(),
                event.openedOn(),
                event.consent(),
                null,
                null,
                List.of(),
                Status.OPEN);
    }

    @Override
    HouseholdEntry row(ResultSet row) throws SQLException {
        LocalDate consented = row.getObject("consent_given_on", LocalDate.class);
        LocalDate closed = row.getObject("closed_on", LocalDate.class);
        return new HouseholdEntry(
                row.getString("id"),
                row.getString("name"),
                row.getString("district"),
                row.getString("need"),
                row.getString("referred_by"),
                row.getObject("opened_on", LocalDate.class),
                consented == null ? null : new Consent(consented, row.getString("consent_scope")),
                row.getObject("consent_withdrawn_on", LocalDate.class),
                closed,
                words(row.getArray("languages")),
                closed == null ? Status.OPEN : Status.CLOSED);
    }
}
