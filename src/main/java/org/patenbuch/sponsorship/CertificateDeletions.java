package org.patenbuch.sponsorship;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.sponsor.SponsorCommand.DeleteCertificate;
import org.patenbuch.sponsor.SponsorEvent.Deletion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes by itself what was kept of certificates when its day has come (§ 72a (5) SGB VIII): at once of those who left
 * without having accompanied anyone, else six months after they left. Several nodes may do it at once: each deletion
 * has one name.
 */
@Component
@EnableScheduling
public class CertificateDeletions {
    private static final int MONTHS_KEPT = 6;
    private static final String LEFT = """
            SELECT s.partnership, s.sponsor_id, s.left_on, s.deletions,
                   EXISTS (SELECT FROM sponsorship_standing m
                           WHERE m.partnership = s.partnership AND m.sponsor_id = s.sponsor_id) AS was_active
            FROM sponsor_standing s
            WHERE s.left_on <= ? AND (s.certificate_seen_on <> '{}' OR s.listed_conviction)""";

    private record Left(String partnership, String sponsorId, LocalDate on, int deletions, boolean wasActive) {
        boolean due(LocalDate today) {
            return !wasActive || !today.isBefore(on.plusMonths(MONTHS_KEPT));
        }
    }

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    CertificateDeletions(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${patenbuch.deletions.every:PT1H}",
            fixedDelayString = "${patenbuch.deletions.every:PT1H}")
    void deleteWhatIsDue() {
        deleteWhatIsDue(LocalDate.now(clock));
    }

    /** @return how many sponsors' facts were deleted */
    public int deleteWhatIsDue(LocalDate today) {
        List<Left> due = jdbc
                .sql(LEFT)
                .param(today)
                .query((row, n) -> new Left(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getBoolean(5)))
                .list()
                .stream()
                .filter(left -> left.due(today))
                .toList();
        due.forEach(this::delete);
        return due.size();
    }

    private void delete(Left left) {
        String name = left.partnership() + "/" + left.sponsorId() + "/" + left.deletions();
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        Deletion because = left.wasActive() ? Deletion.ACTIVITY_ENDED : Deletion.NO_ACTIVITY;
        ledger.send(
                new DeleteCertificate(left.partnership(), id, left.sponsorId(), because),
                new Who(left.partnership(), "patenbuch", EnumSet.of(Role.COORDINATOR), null, null),
                new Origin("schedule", id));
    }
}
