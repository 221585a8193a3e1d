package org.patenbuch.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The earlier checkpoints in a pack, each with its proof that the newest one only adds to it. */
final class OldCheckpoints {
    private static final JsonMapper JSON = new JsonMapper();

    private final PackFile pack;
    private final Report.Findings findings;
    private final Known known;

    OldCheckpoints(PackFile pack, Report.Findings findings, Known known) {
        this.pack = pack;
        this.findings = findings;
        this.known = known;
    }

    void read(Checkpoint newest, Keys keys) throws IOException {
        for (String name : pack.names()) {
            if (name.startsWith(PackFile.CONSISTENCY)) {
                try {
                    read(name, newest, keys);
                } catch (Malformed | JacksonException malformed) {
                    findings.add(Finding.of("file.malformed", name));
                }
            }
        }
    }

    private void read(String name, Checkpoint newest, Keys keys) throws IOException, Malformed {
        JsonNode proof = JSON.readTree(pack.bytes(name));
        Note note = Note.parse(proof.path("checkpoint").asString(""));
        Checkpoint old = Checkpoint.parse(note.text());
        if (!old.origin().equals(newest.origin()) || !keys.signed(note, newest.origin())) {
            findings.add(Finding.of("signature.wrong", name));
            return;
        }
        List<byte[]> hashes = new ArrayList<>();
        for (JsonNode hash : proof.path("hashes")) {
            hashes.add(VerifierKey.base64(hash.asString("")));
        }
        if (!Proofs.extended(old.root(), old.size(), newest.root(), newest.size(), hashes)) {
            findings.add(Finding.of("consistency.wrong", name));
        }
        known.add(old.size(), old.root(), "root.differs", name);
    }
}
