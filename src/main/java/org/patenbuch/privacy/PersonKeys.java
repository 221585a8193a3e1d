package org.patenbuch.privacy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.TextKind;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Component;

/**
 * One AES-256 key per person, wrapped by the {@link MasterKey}. A key is made in the transaction that first seals
 * something under it, so neither exists without the other; but for the key of a year, under which many write at once:
 * it is there for all of them at once, or they would wait for each other to the end of the first one's import.
 * Destroying it erases the person's text everywhere at once:
 * no node keeps a key longer than for the answer it is giving.
 */
@Component
class PersonKeys {
    private static final String FIND = "SELECT wrapped FROM keys.person_key WHERE subject = ? AND version = ?";
    private static final String FIND_ALL =
            "SELECT subject, wrapped FROM keys.person_key WHERE subject = ANY (?) AND version = ?";
    private static final String KEEP =
            "INSERT INTO keys.person_key (subject, version, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String BY_ID = """
            SELECT DISTINCT subject FROM keys.person_key
            WHERE split_part(subject, '/', 1) = ? AND split_part(subject, '/', 3) = ?
              AND (split_part(subject, '/', 2) = ? OR starts_with(split_part(subject, '/', 2), ? || '-'))
            ORDER BY 1""";
    private static final int VERSION = 1;

    private final JdbcClient jdbc;
    /** Connections of their own: those who wait for a key hold all of the pool's. */
    private final JdbcClient aside;

    private final MasterKey master;
    private final ErasureList erased;
    private final SecureRandom random = new SecureRandom();

    PersonKeys(JdbcClient jdbc, DataSource pool, MasterKey master, ErasureList erased) {
        this.jdbc = jdbc;
        this.aside = JdbcClient.create(DataSourceBuilder.derivedFrom(pool)
                .type(SimpleDriverDataSource.class)
                .build());
        this.master = master;
        this.erased = erased;
    }

    /** @return empty if the person has been forgotten, or never had a key */
    Optional<SecretKey> find(String subject) {
        return jdbc.sql(FIND)
                .params(subject, VERSION)
                .query(byte[].class)
                .optional()
                .map(wrapped -> unwrap(subject, wrapped));
    }

    /** The keys of many, with one question; those who have been forgotten are not in it. */
    Map<String, SecretKey> find(Set<String> subjects) {
        Map<String, SecretKey> found = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql(FIND_ALL)
                    .param(subjects.toArray(String[]::new))
                    .param(VERSION)
                    .query((row, n) -> found.put(row.getString(1), unwrap(row.getString(1), row.getBytes(2))))
                    .list();
        }
        return found;
    }

    /** @throws Rejected {@code person.erased} if the subject has been forgotten: nothing more is written about it */
    SecretKey findOrMake(String subject) {
        return find(subject).orElseGet(() -> {
            if (erased.contains(subject)) {
                throw new Rejected("person.erased", subject.substring(subject.lastIndexOf('/') + 1));
            }
            byte[] key = new byte[32];
            random.nextBytes(key);
            byte[] wrapped = Sealing.seal(master.wrapping(), key, subject);
            JdbcClient where = TextKind.isSubject(subject) ? aside : jdbc;
            where.sql(KEEP).params(subject, VERSION, wrapped).update();
            return find(subject).orElseThrow();
        });
    }

    void destroy(Collection<String> subjects) {
        jdbc.sql("DELETE FROM keys.person_key WHERE subject = ANY (?)")
                .param(subjects.toArray(String[]::new))
                .update();
        erased.add(subjects);
    }

    /** Whose keys there are by one id, of one kind or of the kinds {@code kind-…}. */
    List<String> of(String partnership, String kind, String id) {
        return jdbc.sql(BY_ID)
                .params(partnership, id, kind, kind)
                .query(String.class)
                .list();
    }

    private SecretKey unwrap(String subject, byte[] wrapped) {
        try {
            return new SecretKeySpec(Sealing.open(master.wrapping(), wrapped, subject), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A person's key cannot be opened: master.key in the data folder is not the one it was made with");
        }
    }
}
