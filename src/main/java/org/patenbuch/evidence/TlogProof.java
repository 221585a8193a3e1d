package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One entry, proven to be in a checkpoint, in one file that needs nothing else (C2SP tlog-proof).
 *
 * @param entry its bytes, in the file's line {@code extra}
 */
record TlogProof(byte[] entry, long index, List<byte[]> path, Note checkpoint) {
    private static final String HEAD = "c2sp.org/tlog-proof@v1";

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        StringBuilder text = new StringBuilder(HEAD)
                .append("\nextra ")
                .append(base64.encodeToString(entry))
                .append("\nindex ")
                .append(index)
                .append('\n');
        path.forEach(hash -> text.append(base64.encodeToString(hash)).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    static TlogProof parse(byte[] bytes) throws Malformed {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n\n", 2);
        String[] lines = parts[0].split("\n", -1);
        if (parts.length != 2
                || lines.length < 3
                || !lines[0].equals(HEAD)
                || !lines[1].startsWith("extra ")
                || !lines[2].matches("index (0|[1-9]\\d{0,17})")) {
            throw new Malformed("not a proof of an entry");
        }
        List<byte[]> path = new ArrayList<>();
        for (String line : List.of(lines).subList(3, lines.length)) {
            path.add(VerifierKey.base64(line));
        }
        return new TlogProof(
                VerifierKey.base64(lines[1].substring(6)),
                Long.parseLong(lines[2].substring(6)),
                path,
                Note.parse(parts[1]));
    }

    /** Whether the key signed a tree in which the entry stands at its number. */
    boolean proves(VerifierKey key) throws Malformed {
        Checkpoint sealed = Checkpoint.parse(checkpoint.text());
        return sealed.origin().equals(key.name())
                && checkpoint.signedBy(key)
                && EntryLine.parse(entry).no() == index + 1
                && Proofs.includes(sealed.root(), sealed.size(), index, Sha256.leaf(entry), path);
    }
}
