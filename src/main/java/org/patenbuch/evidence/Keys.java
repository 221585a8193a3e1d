package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that count as one: the one that is trusted, and those it was handed over to or from. A hand-over is a note
 * that names both keys and is signed by both, so neither can be slipped in without the other.
 */
final class Keys {
    static final String NAME = "patenbuch-key-handover";

    private final List<VerifierKey> trusted = new ArrayList<>();

    Keys(@Nullable VerifierKey trusted) {
        if (trusted != null) {
            this.trusted.add(trusted);
        }
    }

    /** @param handovers in the order they were made, or in any */
    Keys with(List<Note> handovers) {
        for (Note _ : handovers) {
            handovers.forEach(this::follow);
        }
        return this;
    }

    private void follow(Note handover) {
        String[] lines = handover.text().split("\n");
        try {
            if (lines.length == 3 && lines[0].equals(NAME) && !trusted.isEmpty()) {
                VerifierKey before = key(lines[1]);
                VerifierKey after = key(lines[2]);
                if (handover.signedBy(before) && handover.signedBy(after) && (knows(before) != knows(after))) {
                    trusted.add((knows(before) ? after : before)
                            .named(trusted.getFirst().name()));
                }
            }
        } catch (Malformed noHandover) {
            return; // it hands nothing over
        }
    }

    private static VerifierKey key(String base64) throws Malformed {
        return new VerifierKey(NAME, VerifierKey.Type.ED25519, VerifierKey.key(base64));
    }

    boolean knows(VerifierKey key) {
        return trusted.stream().anyMatch(key::sameKey);
    }

    /** Whether one of the keys signed it, in the name of that journal. */
    boolean signed(Note note, String origin) {
        return trusted.stream().anyMatch(key -> key.name().equals(origin) && note.signedBy(key));
    }

    static Note handover(Signs before, Signs after) {
        Base64.Encoder base64 = Base64.getEncoder();
        VerifierKey old = VerifierKey.of(NAME, VerifierKey.Type.ED25519, before.publicKey());
        VerifierKey fresh = VerifierKey.of(NAME, VerifierKey.Type.ED25519, after.publicKey());
        String text = NAME + "\n" + base64.encodeToString(old.key()) + "\n" + base64.encodeToString(fresh.key()) + "\n";
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return new Note(
                text,
                List.of(
                        new Note.Line(NAME, old.id(), before.sign(message)),
                        new Note.Line(NAME, fresh.id(), after.sign(message))));
    }
}
