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

/** {@code restore IN}: 0 put back, 2 where it cannot be, and nothing has changed. */
@Component
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Spielt eine Sicherung ein und wiederholt alle Löschungen seither. / "
                + "Puts a backup back and repeats every erasure since.")
class RestoreCommandLine implements SubCommand {
    @Parameters(paramLabel = "IN")
    private Path in;

    @Option(names = "--replace", description = "Vorhandenes ersetzen / replace what is there")
    private boolean replace;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String language;

    private final Restore restore;
    private final Sentences sentences;

    RestoreCommandLine(Restore restore, Sentences sentences) {
        this.restore = restore;
        this.sentences = sentences;
    }

    @Override
    public Integer call() throws SQLException {
        try {
            System.out.println(say("backup.restored", List.of(restore.read(in, replace))));
            return 0;
        } catch (NotABackup cannotBe) {
            System.err.println(say(cannotBe.key(), cannotBe.arguments()));
        } catch (IOException unreadable) {
            System.err.println(say("backup.unreadable", List.of(in)));
        }
        return Terminal.UNREADABLE;
    }

    private String say(String key, List<?> arguments) {
        return sentences.of(key, arguments, Locale.forLanguageTag(language));
    }
}
