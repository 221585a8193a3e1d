package org.patenbuch.erasure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.patenbuch.privacy.ErasureList;
import org.patenbuch.privacy.PersonalText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repeats, before anyone is served, every erasure that a database put back from an older backup does not know, or that
 * its keys do not know: the keys are destroyed at once, and the journal says so again.
 */
@Component
class Repetition implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Repetition.class);

    /** After commands can be handled, before the web server takes its first request. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private static final String ERASED_WITH_KEY = """
            SELECT partnership, kind, person_id FROM person_file f WHERE erased_on IS NOT NULL AND NOT EXISTS (
                SELECT FROM keys.erased e WHERE e.subject = partnership || '/' || lower(kind) || '/' || person_id)""";

    private final ErasureList list;
    private final Erasures erasures;
    private final Duties duties;
    private final PersonalText texts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    Repetition(
            ErasureList list,
            Erasures erasures,
            Duties duties,
            PersonalText texts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.list = list;
        this.erasures = erasures;
        this.duties = duties;
        this.texts = texts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        running = true;
        repeat();
    }

    /** @return of how many persons the erasure was repeated */
    int repeat() {
        List<Person> older = ofOlderKeys();
        Set<String> revived = transaction.execute(none -> list.reconcile());
        List<Person> persons = revived.stream()
                .map(Repetition::person)
                .flatMap(Optional::stream)
                .toList();
        persons.forEach(erasures::repeat);
        revived.forEach(erasures::repeatOfCertificates);
        if (!older.isEmpty() || !revived.isEmpty()) {
            log.warn(
                    "An older backup was put back: {} erasures were repeated, {} keys destroyed again",
                    persons.size() + older.size(),
                    revived.size());
        }
        return persons.size() + older.size();
    }

    /** The journal is newer than the keys: it knows of erasures, they do not. */
    private List<Person> ofOlderKeys() {
        List<Person> persons = jdbc.sql(ERASED_WITH_KEY)
                .query((row, n) -> new Person(row.getString(1), PersonKind.valueOf(row.getString(2)), row.getString(3)))
                .list();
        for (Person person : persons) {
            Set<String> subjects = new TreeSet<>(Set.of(person.subject()));
            duties.keys(person).forEach(key -> subjects.add(person.partnership() + "/" + key));
            transaction.executeWithoutResult(none -> texts.forget(subjects));
        }
        return persons;
    }

    /** A person's own subject is {@code partnership/kind/id}; others are of certificates and sponsorships. */
    private static Optional<Person> person(String subject) {
        String[] parts = subject.split("/");
        return Stream.of(PersonKind.values())
                .filter(kind -> parts.length == 3 && kind.entry().equals(parts[1]))
                .map(kind -> new Person(parts[0], kind, parts[2]))
                .findFirst();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
