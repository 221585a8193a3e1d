package org.patenbuch.privacy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One AES-256 key per person, wrapped by the {@link MasterKey}. A key is made in the transaction that first seals
 * something under it, so neither exists without the other. Destroying it erases the person's text everywhere at once.
 */
@Component
class PersonKeys {
    private static final String FIND = "SELECT wrapped FROM keys.person_key WHERE subject = ? AND version = ?";
    private static final String KEEP =
            "INSERT INTO keys.person_key (subject, version, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final int VERSION = 1;

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    PersonKeys(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** @return empty if the person has been forgotten, or never had a key */
    Optional<SecretKey> find(String subject) {
        return jdbc.sql(FIND)
                .params(subject, VERSION)
                .query(byte[].class)
                .optional()
                .map(wrapped -> unwrap(subject, wrapped));
    }

    SecretKey findOrMake(String subject) {
        return find(subject).orElseGet(() -> {
            byte[] key = new byte[32];
            random.nextBytes(key);
            byte[] wrapped = Sealing.seal(master.wrapping(), key, subject);
            jdbc.sql(KEEP).params(subject, VERSION, wrapped).update();
            return find(subject).orElseThrow();
        });
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
