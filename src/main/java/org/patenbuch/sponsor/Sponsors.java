package org.patenbuch.sponsor;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.sponsor.SponsorEvent.CertificateDeleted;
import org.patenbuch.sponsor.SponsorEvent.CertificateSeen;
import org.patenbuch.sponsor.SponsorEvent.DepartureWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.InterviewWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.SponsorDeparted;
import org.patenbuch.sponsor.SponsorEvent.SponsorDescribed;
import org.patenbuch.sponsor.SponsorEvent.SponsorInterviewed;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsor.SponsorEvent.SponsorReturned;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;
import org.patenbuch.sponsor.SponsorEvent.TrainingWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of sponsors: how each stands, exactly, kept in the transaction that decides. Holding a sponsor's row
 * makes assignments of the same sponsor wait for each other, so that two cannot both take the last free place.
 */
@Component
@ProcessingGroup("registers")
public class Sponsors {
    private static final String HOLD =
            "SELECT * FROM sponsor_standing WHERE partnership = ? AND sponsor_id = ? FOR UPDATE";

    private static final String FORGET = """
            UPDATE sponsor_standing SET certificate_seen_on = '{}', listed_conviction = false, deletions = deletions + 1
            WHERE partnership = ? AND sponsor_id = ? RETURNING deletions - 1""";

    private static final String FORGOTTEN = """
            UPDATE sponsor_standing SET certificate_seen_on = '{}', listed_conviction = false
            WHERE partnership = ? AND sponsor_id = ?""";

    private final JdbcClient jdbc;
    private final PersonalText texts;

    public Sponsors(JdbcClient jdbc, PersonalText texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** How the sponsor stands; nobody else changes or assigns this sponsor until the transaction ends. */
    public Optional<Standing> hold(String partnership, String sponsorId) {
        return jdbc.sql(HOLD)
                .params(partnership, sponsorId)
                .query((row, n) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("joined_on", LocalDate.class),
                days(row.getArray("interviewed_on")),
                days(row.getArray("trained_on")),
                days(row.getArray("certificate_seen_on")),
                row.getBoolean("listed_conviction"),
                days(row.getArray("paused_on")),
                days(row.getArray("returned_on")),
                row.getObject("left_on", LocalDate.class));
    }

    private static List<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).toList();
    }

    @EventHandler
    void on(SponsorEvent fact, @MetaDataValue("partnership") String partnership) {
        switch (fact) {
            case SponsorRegistered event ->
                jdbc.sql("INSERT INTO sponsor_standing (partnership, sponsor_id, joined_on) VALUES (?, ?, ?)")
                        .params(partnership, event.sponsorId(), event.joinedOn())
                        .update();
            case SponsorDescribed event -> {} // no condition of anything
            case SponsorInterviewed event ->
                change(partnership, event, "interviewed_on = interviewed_on || ?::date", event.heldOn());
            case InterviewWithdrawn event ->
                change(partnership, event, "interviewed_on = array_remove(interviewed_on, ?::date)", event.heldOn());
            case TrainingCompleted event ->
                change(partnership, event, "trained_on = trained_on || ?::date", event.completedOn());
            case TrainingWithdrawn event ->
                change(partnership, event, "trained_on = array_remove(trained_on, ?::date)", event.completedOn());
            case CertificateSeen event -> seen(partnership, event);
            case CertificateDeleted event -> forget(partnership, event);
            case SponsorPaused event -> change(partnership, event, "paused_on = paused_on || ?::date", event.on());
            case SponsorReturned event ->
                change(partnership, event, "returned_on = returned_on || ?::date", event.on());
            case SponsorDeparted event -> change(partnership, event, "left_on = ?", event.on());
            case DepartureWithdrawn event -> change(partnership, event, "left_on = ?", null);
        }
    }

    /** In the deciding transaction the facts are still in clear. */
    private void seen(String partnership, CertificateSeen event) {
        Certificate certificate = Certificate.parse(event.certificate().text());
        String change = certificate.listedConviction()
                ? "listed_conviction = ?::date IS NOT NULL"
                : "certificate_seen_on = certificate_seen_on || ?::date";
        change(partnership, event, change, certificate.seenOn());
    }

    /** Facts and key go in the transaction that says so. */
    private void forget(String partnership, CertificateDeleted event) {
        int before = jdbc.sql(FORGET)
                .params(partnership, event.sponsorId())
                .query(Integer.class)
                .single();
        texts.forget(Certificate.subject(partnership, event.sponsorId(), before));
    }

    /** Nothing of any certificate is kept of who is forgotten; in the present transaction. */
    public void forgetCertificates(String partnership, String sponsorId) {
        jdbc.sql(FORGOTTEN).params(partnership, sponsorId).update();
    }

    private void change(String partnership, SponsorEvent event, String change, @Nullable LocalDate day) {
        jdbc.sql("UPDATE sponsor_standing SET " + change + " WHERE partnership = ? AND sponsor_id = ?")
                .params(day, partnership, event.sponsorId())
                .update();
    }
}
