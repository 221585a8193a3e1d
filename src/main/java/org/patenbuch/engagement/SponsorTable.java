package org.patenbuch.engagement;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patenbuch.engagement.Versions.Key;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.SponsorEvent;
import org.patenbuch.sponsor.SponsorEvent.CertificateDeleted;
import org.patenbuch.sponsor.SponsorEvent.CertificateSeen;
import org.patenbuch.sponsor.SponsorEvent.DepartureWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.InterviewWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsor.SponsorEvent.SponsorDeparted;
import org.patenbuch.sponsor.SponsorEvent.SponsorDescribed;
import org.patenbuch.sponsor.SponsorEvent.SponsorInterviewed;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsor.SponsorEvent.SponsorReturned;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;
import org.patenbuch.sponsor.SponsorEvent.TrainingWithdrawn;
import org.patenbuch.sponsor.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sponsors. */
@Component
class SponsorTable extends Table<SponsorEvent, SponsorRow> {
    private static final List<Column<SponsorRow>> COLUMNS = List.of(
            Column.text("name", SponsorRow::name),
            Column.text("kind", SponsorRow::kind),
            Column.day("joined_on", row -> row.standing().joinedOn()),
            days("interviewed_on", row -> row.standing().interviewedOn()),
            days("trained_on", row -> row.standing().trainedOn()),
            new Column<>("training_hours", "integer", SponsorRow::trainingHours),
            days("certificate_seen_on", row -> row.standing().certificatesSeenOn()),
            new Column<>("listed_conviction", "boolean", row -> row.standing().listedConviction()),
            days("paused_on", row -> row.standing().pausedOn()),
            days("returned_on", row -> row.standing().returnedOn()),
            Column.day("left_on", row -> row.standing().leftOn()),
            Column.words("languages", SponsorRow::languages),
            Column.words("districts", SponsorRow::districts));

    private static final String OF_HOUSEHOLD = """
            SELECT sponsor_id FROM engagement.sponsorship
            WHERE partnership = :partnership AND {holds} AND household_id = :household""";

    private static final String FORGET = """
            UPDATE engagement.sponsor SET certificate_seen_on = '{}', listed_conviction = false
            WHERE partnership = ? AND id = ? AND since < ?""";

    private final PersonalText texts;

    SponsorTable(JdbcClient jdbc, PersonalText texts) {
        super(jdbc, "engagement.sponsor", SponsorEvent.class, COLUMNS);
        this.texts = texts;
    }

    /** The rows of a batch, and of whom it says that certificates are deleted, at which position. */
    private static final class Forgetting extends Versions<SponsorRow> {
        private final Map<Key, Long> deleted = new HashMap<>();

        Forgetting(Map<Key, SponsorRow> stored) {
            super(stored);
        }
    }

    @Override
    Versions<SponsorRow> versions(Map<Key, SponsorRow> stored) {
        return new Forgetting(stored);
    }

    /** What is deleted is in no earlier version either. */
    @Override
    void store(Versions<SponsorRow> versions) {
        super.store(versions);
        ((Forgetting) versions)
                .deleted.forEach((key, at) ->
                        jdbc.sql(FORGET).params(key.partnership(), key.id(), at).update());
    }

    static Where where(Asked asked, Sight sight) {
        return new Where()
                .and("joined_on <= :to", "to", asked.to())
                .and("left_on IS NULL OR left_on > :from", "from", asked.from())
                .and("id = :only", "only", sight.onlySponsor())
                .and("id = :sponsor", "sponsor", asked.sponsorId())
                .and("id IN (" + OF_HOUSEHOLD + ")", "household", asked.householdId());
    }

    @Override
    Stream<String> touched(SponsorEvent fact) {
        return Stream.of(fact.sponsorId());
    }

    @Override
    void hear(SponsorEvent fact, Entry entry, Versions<SponsorRow> versions) {
        Key key = key(entry, fact.sponsorId());
        long at = entry.position();
        switch (fact) {
            case SponsorRegistered event -> versions.begin(key, at, registered(event));
            case SponsorDescribed event ->
                versions.change(key, at, row -> row.described(event.languages(), event.districts()));
            case SponsorInterviewed event ->
                versions.change(key, at, row -> row.with(row.standing().interviewed(event.heldOn())));
            case InterviewWithdrawn event ->
                versions.change(key, at, row -> row.with(row.standing().notInterviewed(event.heldOn())));
            case TrainingCompleted event ->
                versions.change(
                        key, at, row -> row.trained(row.standing().trained(event.completedOn()), event.hours()));
            case TrainingWithdrawn event ->
                versions.change(key, at, row -> row.with(row.standing().notTrained(event.completedOn())));
            case CertificateSeen event -> {
                // Deleted since: then nothing is known of it any more
                Optional<Certificate> seen = texts.open(event.certificate()).map(Certificate::parse);
                versions.change(
                        key,
                        at,
                        row -> seen.map(facts -> row.with(row.standing().seen(facts)))
                                .orElse(row));
            }
            case CertificateDeleted event -> {
                versions.change(key, at, row -> row.with(row.standing().withoutCertificates()));
                ((Forgetting) versions).deleted.put(key, at);
            }
            case SponsorPaused event ->
                versions.change(key, at, row -> row.with(row.standing().paused(event.on())));
            case SponsorReturned event ->
                versions.change(key, at, row -> row.with(row.standing().returned(event.on())));
            case SponsorDeparted event ->
                versions.change(key, at, row -> row.with(row.standing().left(event.on())));
            case DepartureWithdrawn event ->
                versions.change(key, at, row -> row.with(row.standing().left(null)));
        }
    }

    private static SponsorRow registered(SponsorRegistered event) {
        Standing standing = Standing.joined(event.joinedOn());
        return new SponsorRow(
                event.sponsorId(), event.name().sealed(), event.kind(), standing, null, List.of(), List.of());
    }

    @Override
    SponsorRow row(ResultSet row) throws SQLException {
        Standing standing = new Standing(
                row.getObject("joined_on", LocalDate.class),
                days(row.getArray("interviewed_on")),
                days(row.getArray("trained_on")),
                days(row.getArray("certificate_seen_on")),
                row.getBoolean("listed_conviction"),
                days(row.getArray("paused_on")),
                days(row.getArray("returned_on")),
                row.getObject("left_on", LocalDate.class));
        return new SponsorRow(
                row.getString("id"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                standing,
                row.getObject("training_hours", Integer.class),
                words(row.getArray("languages")),
                words(row.getArray("districts")));
    }

    private static List<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).toList();
    }

    private static Column<SponsorRow> days(String name, java.util.function.Function<SponsorRow, List<LocalDate>> days) {
        return new Column<>(
                name,
                "date[]",
                row -> days.apply(row).stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}")));
    }
}
