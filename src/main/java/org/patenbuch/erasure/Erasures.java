package org.patenbuch.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.erasure.ErasureCommand.ErasePerson;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.sponsor.SponsorCommand.DeleteCertificate;
import org.patenbuch.sponsor.SponsorEvent.Deletion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets people by itself when their day has come: who asked for it, as soon as no duty stands against it; everyone
 * else a year after they left, if no duty stands then. Several nodes may do it at once: each person is erased once.
 */
@Component
public class Erasures {
    /** For questions that come up after someone has left (Art. 5 (1) e GDPR: no longer than needed). */
    public static final int MONTHS_KEPT = 12;

    private static final String GONE = """
            SELECT g.partnership, g.kind, g.id, g.gone, f.requested_on
            FROM (SELECT partnership, 'SPONSOR' AS kind, sponsor_id AS id, left_on AS gone FROM sponsor_standing
                  UNION ALL
                  SELECT partnership, 'HOUSEHOLD', household_id, closed_on FROM household_standing) g
            LEFT JOIN person_file f ON f.partnership = g.partnership AND f.kind = g.kind AND f.person_id = g.id
            WHERE g.gone IS NOT NULL AND f.erased_on IS NULL AND (? IS NULL OR g.partnership = ?)
              AND (g.kind, g.id) > (?, ?)
            ORDER BY g.partnership, g.kind, g.id LIMIT ?""";

    private static final String CERTIFICATES = """
            SELECT s.partnership, s.sponsor_id FROM sponsor_standing s
            JOIN keys.erased e ON e.subject = s.partnership || CASE s.deletions WHEN 0 THEN '/certificate/'
                                              ELSE '/certificate-' || s.deletions + 1 || '/' END || s.sponsor_id
            WHERE s.certificate_seen_on <> '{}' OR s.listed_conviction""";

    /**
     * When the data of one who has left will be erased.
     *
     * @param gone when the person left
     * @param holds the duties that stand, the longest first
     * @param on the day on which it is done by itself
     */
    public record Due(
            Person person, LocalDate gone, @Nullable LocalDate requestedOn, List<Hold> holds, LocalDate on) {}

    private record Gone(
            Person person, LocalDate on, @Nullable LocalDate requestedOn) {}

    private final JdbcClient jdbc;
    private final Duties duties;
    private final PersonFiles files;
    private final Ledger ledger;
    private final Clock clock;

    Erasures(JdbcClient jdbc, Duties duties, PersonFiles files, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.duties = duties;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${patenbuch.deletions.every:PT1H}",
            fixedDelayString = "${patenbuch.deletions.every:PT1H}")
    void eraseWhoIsDue() {
        eraseWhoIsDue(null);
    }

    /**
     * @param partnership null for all
     * @return how many were erased
     */
    public int eraseWhoIsDue(@Nullable String partnership) {
        LocalDate today = LocalDate.now(clock);
        List<Due> due = gone(partnership, "", "", Integer.MAX_VALUE)
                .map(gone -> due(gone, today))
                .filter(one -> !today.isBefore(one.on()))
                .toList();
        due.forEach(one -> erase(one, today));
        return due.size();
    }

    /** Who has left and is not forgotten yet, with the day of each, in the order of kind and id. */
    public List<Due> plan(String partnership, String afterKind, String afterId, int limit) {
        LocalDate today = LocalDate.now(clock);
        return gone(partnership, afterKind, afterId, limit)
                .map(gone -> due(gone, today))
                .toList();
    }

    /** Empty while the person is there, after the erasure, or if there is none. */
    public Optional<Due> due(Person person) {
        return duties.stay(person)
                .filter(stay -> stay.gone() != null && files.of(person).erasedOn() == null)
                .map(stay -> due(new Gone(person, stay.gone(), files.of(person).requestedOn()), LocalDate.now(clock)));
    }

    /** Does again what had been done before a backup from before that was put back. */
    void repeat(Person person) {
        send(person, Cause.REPEATED, LocalDate.now(clock));
    }

    /**
     * The same for the facts of certificates that had been deleted by themselves and are there again.
     *
     * @return of how many sponsors
     */
    int repeatOfCertificates() {
        List<Person> sponsors = jdbc.sql(CERTIFICATES)
                .query((row, n) -> new Person(row.getString(1), PersonKind.SPONSOR, row.getString(2)))
                .list();
        for (Person sponsor : sponsors) {
            String id = named(sponsor.subject() + "/certificate/" + clock.instant());
            send(new DeleteCertificate(sponsor.partnership(), id, sponsor.id(), Deletion.MISTAKE), id);
        }
        return sponsors.size();
    }

    private void erase(Due due, LocalDate today) {
        send(due.person(), due.requestedOn() == null ? Cause.NO_LONGER_NEEDED : Cause.REQUESTED, today);
    }

    private void send(Person person, Cause cause, LocalDate today) {
        String id = named(person.subject() + "/" + cause);
        send(new ErasePerson(person.partnership(), id, person.kind(), person.id(), cause, today), id);
    }

    private void send(Command command, String name) {
        ledger.send(
                command,
                new Who(command.partnership(), "patenbuch", EnumSet.of(Role.COORDINATOR), null, null),
                new Origin("schedule", name));
    }

    /** One name for one deed, whichever node does it. */
    private static String named(String deed) {
        return UUID.nameUUIDFromBytes(deed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Due due(Gone gone, LocalDate today) {
        List<Hold> holds = Stream.concat(
                        duties.holds(gone.person(), today).stream(), files.holds(gone.person()).stream())
                .filter(hold -> hold.standsOn(today))
                .sorted((one, other) -> other.until().compareTo(one.until()))
                .toList();
        LocalDate wanted = gone.requestedOn() == null ? gone.on().plusMonths(MONTHS_KEPT) : gone.requestedOn();
        LocalDate free = holds.isEmpty() ? wanted : holds.getFirst().until().plusDays(1);
        return new Due(gone.person(), gone.on(), gone.requestedOn(), holds, free.isAfter(wanted) ? free : wanted);
    }

    private Stream<Gone> gone(@Nullable String partnership, String afterKind, String afterId, int limit) {
        return jdbc
                .sql(GONE)
                .params(partnership, partnership, afterKind, afterId, limit)
                .query((row, n) -> new Gone(
                        new Person(row.getString(1), PersonKind.valueOf(row.getString(2)), row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list()
                .stream();
    }
}
