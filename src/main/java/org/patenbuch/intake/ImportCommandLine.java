package org.patenbuch.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.Reading;
import org.patenbuch.forms.Sentences;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import --partnership P FOLDER-OR-ZIP}: 0 written or nothing to do, 1 rows refused, 2 unreadable. */
@Component
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Liest Tabellen ein; mit einer schlechten Zeile wird nichts geschrieben. / "
                + "Imports tables; with one bad row nothing is written.")
class ImportCommandLine implements SubCommand {
    private static final int REFUSED = 1;
    private static final int PROBLEMS_SHOWN = 100;

    @Option(names = "--partnership", required = true, description = "Kennung der Partnerschaft / id of the partnership")
    private String partnership;

    @Option(
            names = "--found",
            description = "gründet die Partnerschaft unter diesem Namen / founds the partnership under this name")
    private @Nullable String foundAs;

    @Option(names = "--dry-run", description = "prüft nur / checks only")
    private boolean dryRun;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String languageTag;

    @Parameters(paramLabel = "FOLDER-OR-ZIP")
    private Path source;

    private final Import imports;
    private final Operator operator;
    private final Sentences sentences;

    ImportCommandLine(Import imports, Operator operator, Sentences sentences) {
        this.imports = imports;
        this.operator = operator;
        this.sentences = sentences;
    }

    private Locale language = Locale.GERMAN;

    @Override
    public Integer call() throws IOException {
        language = Locale.forLanguageTag(languageTag);
        try (ImportFiles files = ImportFiles.open(source)) {
            if (!findPartnership()) {
                return Terminal.UNREADABLE;
            }
            var progress = new ProgressLine(System.out, key -> say(key));
            ImportOutcome outcome = imports.run(files, operator.in(partnership), dryRun, progress);
            progress.end();
            return tell(outcome);
        } catch (Unreadable unreadable) {
            System.err.println(sentences.of(unreadable.code(), unreadable.arguments(), language));
            return Terminal.UNREADABLE;
        } catch (Rejected rejected) {
            System.err.println(sentences.of("rejected." + rejected.code(), rejected.arguments(), language));
            return REFUSED;
        }
    }

    /** The first import into an empty ledger founds its partnership; later a name not known is more likely a slip. */
    private boolean findPartnership() {
        List<String> known = operator.partnerships();
        if (known.contains(partnership)) {
            return true;
        }
        if (foundAs == null && !known.isEmpty()) {
            System.err.println(say("import.unknown-partnership", partnership, known));
            return false;
        }
        if (!(EntryName.read(partnership) instanceof Reading.Understood<String>)) {
            System.err.println(say("form.not-a-name"));
            return false;
        }
        if (!dryRun) {
            operator.found(partnership, foundAs == null ? partnership : foundAs);
        }
        System.out.println(say("import.founded", partnership));
        return true;
    }

    private int tell(ImportOutcome outcome) {
        if (!outcome.good()) {
            PrintStream errors = System.err;
            outcome.problems().stream()
                    .limit(PROBLEMS_SHOWN)
                    .forEach(problem -> errors.println(problem.sentence(sentences, language)));
            errors.println(say("import.refused", whole(outcome.problemCount())));
            return REFUSED;
        }
        String said = outcome.rowsWritten() == 0 ? "import.nothing-to-do" : dryRun ? "import.good" : "import.done";
        System.out.println(say(said, whole(outcome.rows()), whole(outcome.rowsWritten())));
        return 0;
    }

    private static Integer whole(long count) {
        return Math.toIntExact(count);
    }

    private String say(String key, Object... arguments) {
        return sentences.of(key, List.of(arguments), language);
    }
}
