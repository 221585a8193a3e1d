package org.patenbuch.privacy;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals the bytes of files that may name people, and opens them for those who may read them. */
@Component
public class PersonalFile {
    /** What is kept is not what was sealed. */
    public static final class Changed extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private Changed(String boundTo) {
            super("A sealed file was changed or moved: " + boundTo);
        }
    }

    private final PersonKeys keys;

    PersonalFile(PersonKeys keys) {
        this.keys = keys;
    }

    /** @param sha256 of the clear content, to which what is sealed is bound */
    public byte[] seal(String subject, String sha256, byte[] content) {
        return Sealing.seal(keys.findOrMake(subject), content, boundTo(subject, sha256));
    }

    /**
     * @return the clear content, or empty if it has been erased
     * @throws Changed if it is not what was sealed
     */
    public Optional<byte[]> open(String subject, String sha256, byte[] sealed) {
        return keys.find(subject).map(key -> {
            try {
                return Sealing.open(key, sealed, boundTo(subject, sha256));
            } catch (GeneralSecurityException e) {
                throw new Changed(boundTo(subject, sha256));
            }
        });
    }

    private static String boundTo(String subject, String sha256) {
        return subject + ":" + sha256;
    }
}
