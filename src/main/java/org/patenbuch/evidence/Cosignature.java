package org.patenbuch.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a witness signs (C2SP tlog-cosignature, {@code cosignature/v1}): the checkpoint, and when it was seen. */
final class Cosignature {
    /** The time, and a signature by Ed25519. */
    static final int BYTES = Long.BYTES + 64;

    private Cosignature() {}

    /** @param seconds since 1970 */
    static byte[] message(String checkpoint, long seconds) {
        return ("cosignature/v1\ntime " + Long.toUnsignedString(seconds) + "\n" + checkpoint)
                .getBytes(StandardCharsets.UTF_8);
    }

    static Note.Line sign(SigningKey witness, String name, String checkpoint, Instant now) {
        long seconds = now.getEpochSecond();
        byte[] signature = witness.sign(message(checkpoint, seconds));
        byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        VerifierKey key = VerifierKey.of(name, VerifierKey.Type.COSIGNATURE, witness.publicKey());
        return new Note.Line(name, key.id(), timed);
    }

    /** When the witness says it saw the checkpoint. */
    static Instant at(Note.Line line) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(line.signature()).getLong());
    }
}
