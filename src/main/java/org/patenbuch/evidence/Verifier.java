package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a pack with nothing but the pack: no network, no database, no Spring. Everything the checkpoint's signature
 * stands for is computed again from the entries, and so are the views' figures from the events.
 */
final class Verifier {
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
    private Keys keys = new Keys(null);

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
        checkpoint();
        new OldCheckpoints(pack, findings, known).read(sealed, keys);
        since();
        Map<String, Figures> views =
                Map.of(PackFile.FUNDING, new FundingFigures(), PackFile.ENGAGEMENT, new EngagementFigures());
        Manifest manifest = new Manifest(pack, findings);
        JournalCheck journal =
                new JournalCheck(pack, findings, known, manifest.isSelective(), List.copyOf(views.values()));
        manifest.differentRows();
        journal.run(progress);
        roots(journal);
        manifest.compare(journal.hashes());
        new TreeMap<>(views).forEach((name, figures) -> figures(name, figures, journal, manifest));
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

    /** The one that is trusted, together with those that are bound to it. */
    private @Nullable VerifierKey key() throws IOException {
        VerifierKey own = null;
        try {
            own = VerifierKey.parse(new String(pack.bytes(PackFile.KEY)));
        } catch (Malformed noKey) {
            findings.add(Finding.of("key.malformed"));
        }
        VerifierKey trusted = asked.key() == null ? own : asked.key();
        keys = new Keys(trusted).with(handovers());
        if (own != null && !keys.knows(own)) {
            findings.add(Finding.of("key.other", own.toString()));
        }
        return trusted;
    }

    private List<Note> handovers() throws IOException {
        List<Note> all = new ArrayList<>();
        for (String name : pack.names()) {
            try {
                if (name.startsWith(PackFile.HANDOVER)) {
                    all.add(Note.parse(pack.bytes(name)));
                }
            } catch (Malformed noNote) {
                findings.add(Finding.of("file.malformed", name));
            }
        }
        return all;
    }

    private void checkpoint() throws IOException {
        try {
            Note note = Note.parse(pack.bytes(PackFile.CHECKPOINT));
            sealed = Checkpoint.parse(note.text());
            if (!keys.signed(note, sealed.origin())) {
                findings.add(Finding.of("signature.wrong", sealed.origin()));
            } else {
                known.add(sealed.size(), sealed.root(), "root.differs", PackFile.CHECKPOINT);
            }
        } catch (Malformed noCheckpoint) {
            findings.add(Finding.of("checkpoint.malformed"));
        }
    }

    /** Against what someone outside has kept: whoever rewrites history with the real key is found only by this. */
    private void since() throws IOException {
        if (asked.since() == null) {
            return;
        }
        try {
            Checkpoint old = Checkpoint.parse(asked.since().text());
            if (!old.origin().equals(sealed.origin()) || !keys.signed(asked.since(), old.origin())) {
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

    private void figures(String name, Figures figures, JournalCheck journal, Manifest manifest) {
        JsonNode view = manifest.json(name);
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
}
