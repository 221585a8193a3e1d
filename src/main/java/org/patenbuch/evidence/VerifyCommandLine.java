package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.terminal.SubCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify PACK.zip}: 0 as it was sealed, 1 changed, 2 unreadable. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Prüft ein Beweispaket, ohne Netz und ohne Datenbank. / Checks a pack without network or database.")
class VerifyCommandLine implements SubCommand {
    private static final int CHANGED = 1;
    private static final int UNREADABLE = 2;

    @Option(
            names = "--key",
            description = "Schlüssel, dem Sie trauen: Text oder Datei / the key you trust: text or file")
    private @Nullable String key;

    @Option(names = "--since", description = "Früher aufbewahrtes Prüfsiegel / a checkpoint you kept earlier")
    private @Nullable Path since;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String language;

    @Option(names = "--json", description = "Ergebnis für Programme / the result for programs")
    private boolean json;

    @Parameters(paramLabel = "PACK.zip")
    private Path pack;

    @Override
    public Integer call() {
        Told told = new Told(Locale.forLanguageTag(language));
        try {
            Verifier.Asked asked =
                    new Verifier.Asked(key == null ? null : readKey(key), since == null ? null : note(since));
            Report report = Verifier.verify(pack, asked, entries -> {});
            System.out.println(json ? told.json(report) : told.text(report));
            return report.good() ? 0 : CHANGED;
        } catch (IOException unreadable) {
            System.err.println(told.sentence("verify.unreadable", String.valueOf(unreadable.getMessage())));
            return UNREADABLE;
        }
    }

    static VerifierKey readKey(String given) throws IOException {
        try {
            return VerifierKey.parse(given.contains("+") ? given : Files.readString(Path.of(given)));
        } catch (Malformed noKey) {
            throw new IOException("--key", noKey);
        }
    }

    static Note note(Path file) throws IOException {
        try {
            return Note.parse(Files.readAllBytes(file));
        } catch (Malformed noNote) {
            throw new IOException(file.toString(), noNote);
        }
    }
}
