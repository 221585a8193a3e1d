package org.patenbuch.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Memberships;
import org.patenbuch.erasure.ErasureEvent.ErasureRequestWithdrawn;
import org.patenbuch.erasure.ErasureEvent.ErasureRequested;
import org.patenbuch.erasure.ErasureEvent.HoldLifted;
import org.patenbuch.erasure.ErasureEvent.HoldPlaced;
import org.patenbuch.erasure.ErasureEvent.PersonErased;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.sponsor.Sponsors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of what was asked and decided; and where an erasure takes effect, in the transaction that decides it. */
@Component
@ProcessingGroup("registers")
public class PersonFiles {
    private static final String ASKED = """
            INSERT INTO person_file (partnership, kind, person_id, requested_on) VALUES (?, ?, ?, ?)
            ON CONFLICT (partnership, kind, person_id) DO UPDATE SET requested_on = excluded.requested_on""";
    private static final String ERASED = """
            INSERT INTO person_file (partnership, kind, person_id, erased_on) VALUES (?, ?, ?, ?)
            ON CONFLICT (partnership, kind, person_id) DO UPDATE SET erased_on = excluded.erased_on""";
    private static final String FILE = """
            SELECT requested_on, erased_on FROM person_file WHERE partnership = ? AND kind = ? AND person_id = ?""";
    private static final String HOLDS = """
            SELECT hold_id, norm, until_day FROM person_hold
            WHERE partnership = ? AND kind = ? AND person_id = ? ORDER BY until_day DESC, hold_id""";

    /** @param requestedOn when the person asked, {@code erasedOn} when it was done; null while neither */
    public record File(
            @Nullable LocalDate requestedOn, @Nullable LocalDate erasedOn) {
        static final File EMPTY = new File(null, null);
    }

    private final JdbcClient jdbc;
    private final PersonalText texts;
    private final Sponsors sponsors;
    private final Memberships memberships;

    PersonFiles(JdbcClient jdbc, PersonalText texts, Sponsors sponsors, Memberships memberships) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.sponsors = sponsors;
        this.memberships = memberships;
    }

    public File of(Person person) {
        return jdbc.sql(FILE)
                .params(person.partnership(), person.kind().name(), person.id())
                .query((row, n) -> new File(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .optional()
                .orElse(File.EMPTY);
    }

    List<Hold> holds(Person person) {
        return jdbc.sql(HOLDS)
                .params(person.partnership(), person.kind().name(), person.id())
                .query((row, n) -> Hold.decided(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    @EventHandler
    void on(ErasureEvent fact, @MetaDataValue("partnership") String partnership) {
        String kind = fact.kind().name();
        switch (fact) {
            case ErasureRequested event ->
                jdbc.sql(ASKED)
                        .params(partnership, kind, event.personId(), event.on())
                        .update();
            case ErasureRequestWithdrawn event ->
                jdbc.sql(ASKED)
                        .params(partnership, kind, event.personId(), null)
                        .update();
            case HoldPlaced event -> placed(partnership, event);
            case HoldLifted event ->
                jdbc.sql("DELETE FROM person_hold WHERE partnership = ? AND hold_id = ?")
                        .params(partnership, event.holdId())
                        .update();
            case PersonErased event -> {
                forget(partnership, event);
                jdbc.sql(ERASED)
                        .params(partnership, kind, event.personId(), event.on())
                        .update();
            }
        }
    }

    private void placed(String partnership, HoldPlaced event) {
        jdbc.sql("INSERT INTO person_hold (partnership, hold_id, kind, person_id, norm, until_day)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(partnership, event.holdId(), event.kind().name(), event.personId(), event.norm(), event.until())
                .update();
    }

    private void forget(String partnership, PersonErased event) {
        Person person = new Person(partnership, event.kind(), event.personId());
        Set<String> subjects = new TreeSet<>();
        subjects.add(person.subject()); // also where nothing was ever sealed: nothing more is
        event.keys().forEach(key -> subjects.add(partnership + "/" + key));
        texts.forget(subjects);
        if (event.kind() == PersonKind.SPONSOR) {
            sponsors.forgetCertificates(partnership, event.personId());
            memberships.forgetSponsor(partnership, event.personId());
        }
    }
}
