package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is signed (C2SP tlog-checkpoint): how many entries a partnership's journal has, and the root of the tree of them.
 *
 * @param origin {@code patenbuch/<partnership>}
 */
record Checkpoint(String origin, long size, byte[] root) {
    private static final String ORIGIN = "patenbuch/";

    static String origin(String partnership) {
        return ORIGIN + partnership;
    }

    String text() {
        return origin + "\n" + size + "\n" + rootText() + "\n";
    }

    String rootText() {
        return Base64.getEncoder().encodeToString(root);
    }

    /** @param text of a note; lines after the third are not ours to judge */
    static Checkpoint parse(String text) throws Malformed {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw new Malformed("not a checkpoint");
        }
        byte[] root = VerifierKey.base64(lines[2]);
        if (root.length != Sha256.BYTES) {
            throw new Malformed("not a root");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }

    Note sign(Signs key) {
        byte[] signature = key.sign(text().getBytes(StandardCharsets.UTF_8));
        VerifierKey known = VerifierKey.of(origin, VerifierKey.Type.ED25519, key.publicKey());
        return new Note(text(), java.util.List.of(new Note.Line(origin, known.id(), signature)));
    }
}
