package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a pack with nothing but the pack: no network, no database, no Spring. Everything the checkpoint's signature
 * stands for is computed again from the entries, and so are the views' figures from the events.
 */
final class Verifier {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL = "ALL";

    /**
     * @param key that is trusted; null to take the one in the pack
     * @param since a checkpoint that was kept earlier
     */
    record Asked(@Nullable VerifierKey key, @Nullable Note since) {}

    private final PackFile pack;
    private final Asked asked;
    private final Report.Findings findings = new Report.Findings();
    private final Known known = new Known();
    private Checkpoint sealed = new Checkpoint("", 0, new byte[0]);

    private Verifier(PackFile pack, Asked asked) {
        this.pack = pack;
        this.asked = asked;
    }

    /** @throws IOException if it is no pack, or cannot be read */
    static Report verify(Path file, Asked asked, LongConsumer progress) throws IOException {
        try (PackFile pack = PackFile.open(file)) {
            return new Verifier(pack, asked).run(progress);
        }
    }

    private Report run(LongConsumer progress) throws IOException {
        VerifierKey key = key();
        checkpoint(key);
        new OldCheckpoints(pack, findings, known).read(sealed, key);
        since(key);
        Map<String, Figures> views =
                Map.of(PackFile.FUNDING, new FundingFigures(), PackFile.ENGAGEMENT, new EngagementFigures());
        JsonNode manifest = json(PackFile.MANIFEST);
        boolean selective =
                manifest != null && !manifest.path("recipient").asString(ALL).equals(ALL);
        JournalCheck journal = new JournalCheck(pack, findings, known, selective, List.copyOf(views.values()));
        differentRows();
        journal.run(progress);
        roots(journal);
        files(manifest, journal.hashes());
        new TreeMap<>(views).forEach((name, figures) -> figures(name, figures, journal));
        remarks(journal, key);
        return new Report(
                sealed.origin(),
                sealed.size(),
                sealed.rootText(),
                String.valueOf(key),
                journal.withheld(),
                findings.all(),
                findings.remarks());
    }

    private @Nullable VerifierKey key() throws IOException {
        try {
            VerifierKey own = VerifierKey.parse(new String(pack.bytes(PackFile.KEY)));
            if (asked.key() != null && !asked.key().equals(own)) {
                findings.add(Finding.of("key.other", own.toString()));
            }
            return asked.key() == null ? own : asked.key();
        } catch (Malformed noKey) {
            findings.add(Finding.of("key.malformed"));
            return asked.key();
        }
    }

    private void checkpoint(@Nullable VerifierKey key) throws IOException {
        try {
            Note note = Note.parse(pack.bytes(PackFile.CHECKPOINT));
            sealed = Checkpoint.parse(note.text());
            if (key == null || !key.name().equals(sealed.origin()) || !note.signedBy(key)) {
                findings.add(Finding.of("signature.wrong", sealed.origin()));
            } else {
                known.add(sealed.size(), sealed.root(), "root.differs", PackFile.CHECKPOINT);
            }
        } catch (Malformed noCheckpoint) {
            findings.add(Finding.of("checkpoint.malformed"));
        }
    }

    /** Against what someone outside has kept: whoever rewrites history with the real key is found only by this. */
    private void since(@Nullable VerifierKey key) throws IOException {
        if (asked.since() == null) {
            return;
        }
        try {
            Checkpoint old = Checkpoint.parse(asked.since().text());
            if (!old.origin().equals(sealed.origin())
                    || key == null
                    || !asked.since().signedBy(key)) {
                findings.add(Finding.of("since.signature", old.origin()));
            } else if (old.size() > sealed.size()) {
                findings.add(Finding.at(sealed.size() + 1, "since.shorter", Long.toString(old.size())));
            } else {
                known.add(old.size(), old.root(), "since.rewritten", Long.toString(old.size()));
            }
        } catch (Malformed noCheckpoint) {
            throw new IOException("the old checkpoint is none", noCheckpoint);
        }
    }

    /** What the ledger's own rows said when the pack was made, where that is not what was sealed. */
    private void differentRows() throws IOException {
        byte[] rows = pack.bytes(PackFile.DIFFERENT_ROWS);
        if (rows == null) {
            return;
        }
        for (String row : new String(rows).split("\n")) {
            try {
                findings.add(Finding.at(JSON.readTree(row).path("no").asLong(), "row.differs"));
            } catch (JacksonException malformed) {
                findings.add(Finding.of("file.malformed", PackFile.DIFFERENT_ROWS));
            }
        }
    }

    private void roots(JournalCheck journal) {
        for (Known.Difference difference : known.differences()) {
            boolean explained = findings.all().stream()
                    .anyMatch(one ->
                            one.entry() != null && one.entry() >= difference.from() && one.entry() <= difference.to());
            String[] words = {Long.toString(difference.from()), Long.toString(difference.to()), difference.source()};
            findings.add(new Finding(difference.code(), explained ? null : difference.from(), List.of(words)));
        }
        if (!known.missed().isEmpty()) {
            findings.add(Finding.at(journal.entries() + 1, "journal.shorter", Long.toString(sealed.size())));
        } else if (!sealed.origin().isEmpty() && journal.entries() > sealed.size()) {
            findings.add(Finding.at(sealed.size() + 1, "journal.longer", Long.toString(sealed.size())));
        }
    }

    private void files(@Nullable JsonNode manifest, Map<String, String> hashes) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        if (manifest != null) {
            manifest.path("files")
                    .propertyStream()
                    .forEach(file -> listed.put(file.getKey(), file.getValue().asString("")));
        }
        for (String name : pack.names()) {
            String hash = hashes.containsKey(name) ? hashes.get(name) : pack.sha256(name);
            if (!name.equals(PackFile.MANIFEST) && !hash.equals(listed.remove(name))) {
                findings.add(Finding.of("file.changed", name));
            }
        }
        listed.keySet().forEach(name -> findings.add(Finding.of("file.missing", name)));
    }

    private void figures(String name, Figures figures, JournalCheck journal) {
        JsonNode view = json(name);
        if (view == null) {
            findings.add(Finding.of("file.missing", name));
        } else if (!journal.isComplete(figures)) {
            findings.remark(Finding.of("figures.withheld", name));
        } else if (findings.none()) {
            String different = Figures.difference(figures.all(), view);
            if (different != null && journal.unknownTypes().isEmpty()) {
                findings.add(Finding.of("figures.differ", name, different));
            }
        }
    }

    private void remarks(JournalCheck journal, @Nullable VerifierKey key) {
        if (asked.key() == null) {
            findings.remark(Finding.of("key.from-pack", String.valueOf(key)));
        }
        if (asked.since() == null) {
            findings.remark(Finding.of("since.none"));
        }
        if (journal.withheld() > 0) {
            findings.remark(Finding.of("payloads.withheld", Long.toString(journal.withheld())));
        }
        if (!journal.unknownTypes().isEmpty()) {
            findings.remark(Finding.of("types.unknown", String.join(", ", journal.unknownTypes())));
        }
    }

    private @Nullable JsonNode json(String name) {
        try {
            byte[] bytes = pack.bytes(name);
            return bytes == null ? null : JSON.readTree(bytes);
        } catch (JacksonException | IOException malformed) {
            findings.add(Finding.of("file.malformed", name));
            return null;
        }
    }
}
