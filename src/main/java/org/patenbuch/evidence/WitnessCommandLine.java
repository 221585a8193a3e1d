package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.terminal.SubCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code witness PACK-OR-URL --state DIR}: 0 co-signed, 1 refused, 2 unreadable or not to be reached. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description = "Zeuge: bewahrt das letzte Prüfsiegel auf, prüft, dass nur etwas hinzukam, und zeichnet gegen. / "
                + "Witness: keeps the last checkpoint, checks that entries were only added, and co-signs. "
                + "PATENBUCH_LOGIN=name:password")
class WitnessCommandLine implements SubCommand {
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    @Option(names = "--state", required = true, description = "Ordner des Zeugen / the witness's folder")
    private Path state;

    @Option(names = "--name", description = "Name des Zeugen / name of the witness", defaultValue = "witness")
    private String name;

    @Option(
            names = "--key",
            description = "Schlüssel, dem Sie trauen: Text oder Datei / the key you trust: text or file")
    private @Nullable String key;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String language;

    @Parameters(paramLabel = "PACK-OR-URL")
    private String source;

    @Override
    public Integer call() {
        Told told = new Told(Locale.forLanguageTag(language));
        try {
            WitnessState kept = new WitnessState(state);
            return source.matches("https?://.*") ? remote(kept, told) : pack(kept, told);
        } catch (IOException | IllegalArgumentException unreadable) {
            System.err.println(told.sentence("verify.unreadable", String.valueOf(unreadable.getMessage())));
            return UNREADABLE;
        } catch (Malformed malformed) {
            System.err.println(told.sentence("verify.unreadable", String.valueOf(malformed.getMessage())));
            return UNREADABLE;
        }
    }

    private int pack(WitnessState kept, Told told) throws IOException, Malformed {
        Note note;
        VerifierKey own;
        try (PackFile pack = PackFile.open(Path.of(source))) {
            note = Note.parse(pack.bytes(PackFile.CHECKPOINT));
            own = VerifierKey.parse(new String(pack.bytes(PackFile.KEY)));
        }
        VerifierKey trusted = trusted(kept, own);
        Verifier.Asked asked = new Verifier.Asked(trusted, kept.last(trusted.name()));
        Report report = Verifier.verify(Path.of(source), asked, entries -> {});
        if (!report.good()) {
            System.out.println(told.text(report));
            return REFUSED;
        }
        cosign(kept, trusted, note, told);
        return 0;
    }

    private int remote(WitnessState kept, Told told) throws IOException, Malformed {
        try (Remote server = new Remote(source, System.getenv("PATENBUCH_LOGIN"))) {
            VerifierKey trusted = trusted(kept, VerifierKey.parse(server.get("key")));
            Note note = Note.parse(server.get("checkpoint"));
            Checkpoint now = Checkpoint.parse(note.text());
            if (!note.signedBy(trusted) || !now.origin().equals(trusted.name())) {
                return refuse(told, Finding.of("signature.wrong", now.origin()));
            }
            Note last = kept.last(trusted.name());
            if (last != null) {
                Checkpoint old = Checkpoint.parse(last.text());
                if (old.size() > now.size()) {
                    return refuse(told, Finding.of("since.shorter", Long.toString(old.size())));
                }
                if (!Proofs.extended(
                        old.root(), old.size(), now.root(), now.size(), server.consistency(old.size(), now.size()))) {
                    return refuse(told, Finding.of("consistency.wrong", old.size() + " – " + now.size()));
                }
            }
            Note.Line line = cosign(kept, trusted, note, told);
            VerifierKey witness = VerifierKey.of(
                    name, VerifierKey.Type.COSIGNATURE, kept.ownKey().publicKey());
            server.post("witnesses", Map.of("key", witness.toString()));
            server.post("cosignatures", Map.of("size", now.size(), "line", line.toString()));
            return 0;
        }
    }

    /** Trusted on first sight, unless a key is given; from then on only that one. */
    private VerifierKey trusted(WitnessState kept, VerifierKey said) throws IOException {
        VerifierKey given = key == null ? null : VerifyCommandLine.readKey(key);
        VerifierKey before = kept.trusted(said.name());
        return given != null ? given : before != null ? before : said;
    }

    private Note.Line cosign(WitnessState kept, VerifierKey trusted, Note note, Told told)
            throws IOException, Malformed {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Note.Line line = Cosignature.sign(kept.ownKey(), name, note.text(), Instant.now());
        Note own = new Note(
                        note.text(),
                        note.lines().stream()
                                .filter(other -> !other.name().equals(name))
                                .toList())
                .and(line);
        kept.keep(trusted, own);
        System.out.println(told.sentence("witness.cosigned", checkpoint.origin(), Long.toString(checkpoint.size())));
        System.out.println(line);
        return line;
    }

    private static int refuse(Told told, Finding finding) {
        System.out.println(told.sentence(finding));
        return REFUSED;
    }
}
