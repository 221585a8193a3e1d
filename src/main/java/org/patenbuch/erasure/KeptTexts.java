package org.patenbuch.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.patenbuch.erasure.RetentionCommand.EraseTexts;
import org.patenbuch.erasure.RetentionEvent.TextsErased;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.TextKind;
import org.patenbuch.kernel.Who;
import org.patenbuch.privacy.PersonalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which texts about people who are not known one by one are kept until when; erases them by itself on their day. Where a
 * backup from before was put back, their keys are in the list of the erased, and the journal says it again.
 */
@Component
@ProcessingGroup("registers")
public class KeptTexts {
    private static final String KEPT = """
            SELECT subject FROM (SELECT subject FROM keys.person_key UNION SELECT subject FROM keys.erased) k
            WHERE split_part(subject, '/', 2) = ANY (?) AND split_part(subject, '/', 3) ~ '^[0-9]{4}$'
              AND (? IS NULL OR split_part(subject, '/', 1) = ?)
              AND NOT EXISTS (SELECT FROM text_erasure t WHERE t.subject = k.subject)
            ORDER BY subject""";

    /** @param hold why it is still kept, {@code on} the day on which it goes by itself */
    public record Due(String partnership, TextKind kind, int year, Hold hold, LocalDate on) {}

    private final JdbcClient jdbc;
    private final PersonalText texts;
    private final Ledger ledger;
    private final Clock clock;

    KeptTexts(JdbcClient jdbc, PersonalText texts, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${patenbuch.deletions.every:PT1H}",
            fixedDelayString = "${patenbuch.deletions.every:PT1H}")
    void eraseWhatIsDue() {
        eraseWhatIsDue(null);
    }

    /**
     * @param partnership null for all
     * @return of how many kinds and years
     */
    public int eraseWhatIsDue(@Nullable String partnership) {
        LocalDate today = LocalDate.now(clock);
        List<Due> due = plan(partnership).stream()
                .filter(one -> !today.isBefore(one.on()))
                .toList();
        due.forEach(one -> erase(one, today));
        return due.size();
    }

    /**
     * What is kept and not erased yet, by kind and year.
     *
     * @param partnership null for all
     */
    public List<Due> plan(@Nullable String partnership) {
        return jdbc.sql(KEPT)
                .param(Arrays.stream(TextKind.values()).map(TextKind::key).toArray(String[]::new))
                .param(partnership)
                .param(partnership)
                .query((row, n) -> due(row.getString(1).split("/")))
                .list();
    }

    private static Due due(String[] subject) {
        TextKind kind = TextKind.ofKey(subject[1]).orElseThrow();
        int year = Integer.parseInt(subject[2]);
        Hold hold = Hold.texts(kind, year);
        return new Due(subject[0], kind, year, hold, hold.until().plusDays(1));
    }

    private void erase(Due due, LocalDate today) {
        String subject = due.kind().subject(due.partnership(), due.year());
        String id =
                UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).toString();
        ledger.send(
                new EraseTexts(due.partnership(), id, due.kind(), due.year(), today),
                new Who(due.partnership(), "patenbuch", EnumSet.of(Role.COORDINATOR), null, null),
                new Origin("schedule", id));
    }

    @EventHandler
    void on(TextsErased event, @MetaDataValue("partnership") String partnership) {
        String subject = event.kind().subject(partnership, event.year());
        texts.forget(subject);
        jdbc.sql("INSERT INTO text_erasure (subject, erased_on) VALUES (?, ?)")
                .params(subject, event.on())
                .update();
    }

    /** Destroys again what the journal knows to be erased, where older keys were put back. */
    void repeat() {
        List<String> revived = jdbc.sql("SELECT subject FROM text_erasure EXCEPT SELECT subject FROM keys.erased")
                .query(String.class)
                .list();
        if (!revived.isEmpty()) {
            texts.forget(revived);
        }
    }
}
