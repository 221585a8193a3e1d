package org.patenbuch.erasure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.spring.config.SpringAxonConfiguration;
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
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

    private static final String JOURNAL_IS_NEWER = """
            SELECT partnership, kind, person_id FROM person_file f WHERE erased_on IS NOT NULL AND NOT EXISTS (
                SELECT FROM keys.erased e WHERE e.subject = partnership || '/' || lower(kind) || '/' || person_id)""";
    private static final String JOURNAL_IS_OLDER = """
            SELECT p.partnership, p.kind, p.id
            FROM (SELECT partnership, 'SPONSOR' AS kind, sponsor_id AS id FROM sponsor_standing
                  UNION ALL SELECT partnership, 'HOUSEHOLD', household_id FROM household_standing) p
            JOIN keys.erased e ON e.subject = p.partnership || '/' || lower(p.kind) || '/' || p.id
            LEFT JOIN person_file f ON f.partnership = p.partnership AND f.kind = p.kind AND f.person_id = p.id
            WHERE f.erased_on IS NULL""";

    private final ErasureList list;
    private final Erasures erasures;
    private final KeptTexts keptTexts;
    private final Duties duties;
    private final PersonalText texts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    Repetition(
            ErasureList list,
            Erasures erasures,
            KeptTexts keptTexts,
            Duties duties,
            PersonalText texts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.list = list;
        this.erasures = erasures;
        this.keptTexts = keptTexts;
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
        List<Person> newer = persons(JOURNAL_IS_NEWER);
        newer.forEach(this::destroyKeys);
        transaction.executeWithoutResult(none -> keptTexts.repeat());
        transaction.executeWithoutResult(none -> list.reconcile());
        List<Person> older = persons(JOURNAL_IS_OLDER);
        older.forEach(erasures::repeat);
        int certificates = erasures.repeatOfCertificates();
        int all = newer.size() + older.size();
        if (all + certificates > 0) {
            log.warn(
                    "An older backup was put back: the erasure of {} persons and of {} certificates was repeated",
                    all,
                    certificates);
        }
        return all;
    }

    private List<Person> persons(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> new Person(row.getString(1), PersonKind.valueOf(row.getString(2)), row.getString(3)))
                .list();
    }

    private void destroyKeys(Person person) {
        Set<String> subjects = new TreeSet<>(Set.of(person.subject()));
        duties.keys(person).forEach(key -> subjects.add(person.partnership() + "/" + key));
        transaction.executeWithoutResult(none -> texts.forget(subjects));
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
