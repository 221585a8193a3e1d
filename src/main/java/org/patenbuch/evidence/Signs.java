package org.patenbuch.evidence;

import java.security.PublicKey;
import org.patenbuch.vault.Vault;

/** An Ed25519 key that signs; where its secret lies is its own affair. */
interface Signs {
    PublicKey publicKey();

    /** @throws Vault.Unable if the key lies in Vault, and Vault does not sign */
    byte[] sign(byte[] message);

    /** Whether it signs at once, so that a transaction may wait for it. */
    boolean isAtHand();

    /** The public part as 32 bytes (RFC 8032). */
    default byte[] raw() {
        return VerifierKey.of("raw", VerifierKey.Type.ED25519, publicKey()).key();
    }
}
