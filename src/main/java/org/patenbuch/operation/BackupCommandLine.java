package org.patenbuch.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.patenbuch.forms.Sentences;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup OUT}: 0 written, 2 where it cannot be. Also while the ledger is serving. */
@Component
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Sichert alles in einen neuen Ordner in OUT: das Journal und, getrennt davon, die Schlüssel. / "
                + "Backs up everything into a new folder in OUT: the journal and, apart from it, the keys.")
class BackupCommandLine implements SubCommand {
    @Parameters(paramLabel = "OUT")
    private Path out;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String language;

    private final Backup backup;
    private final Sentences sentences;

    BackupCommandLine(Backup backup, Sentences sentences) {
        this.backup = backup;
        this.sentences = sentences;
    }

    @Override
    public Integer call() throws SQLException {
        Locale locale = Locale.forLanguageTag(language);
        try {
            System.out.println(sentences.of("backup.written", List.of(backup.write(out)), locale));
            return 0;
        } catch (IOException cannotWrite) {
            System.err.println(sentences.of("backup.cannot-write", List.of(out), locale));
            return Terminal.UNREADABLE;
        }
    }
}
