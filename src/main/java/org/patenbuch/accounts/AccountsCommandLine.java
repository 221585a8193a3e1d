package org.patenbuch.accounts;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Sentences;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Positions;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export journal --format hledger|beancount OUT}: 0 written, 2 where there is nothing that could be. */
@Component
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Schreibt das Geld als Buchhaltung in Textform. / Writes the money as plain-text accounting.")
class AccountsCommandLine implements SubCommand {
    @Option(
            names = "--partnership",
            description = "Kennung; nötig, wenn es mehrere gibt / id; needed where there are several")
    private @Nullable String partnership;

    @Option(names = "--format", description = "hledger, beancount", defaultValue = "hledger")
    private String format;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String languageTag;

    @Parameters(paramLabel = "OUT")
    private Path target;

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Sentences sentences;

    AccountsCommandLine(Accounts accounts, JdbcClient jdbc, Sentences sentences) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.sentences = sentences;
    }

    @Override
    public String below() {
        return "export";
    }

    @Override
    public Integer call() {
        List<String> known = jdbc.sql("SELECT id FROM entry WHERE kind = 'partnership' ORDER BY id")
                .query(String.class)
                .list();
        String asked = partnership == null && known.size() == 1 ? known.getFirst() : partnership;
        if (asked == null || !known.contains(asked)) {
            return unable("accounts.which-partnership", known);
        }
        Format chosen = Format.named(format).orElse(null);
        return chosen == null ? unable("accounts.format") : write(asked, chosen);
    }

    private int write(String asked, Format chosen) {
        try {
            Moment moment = accounts.moment(asked, Asked.NOW.notBefore(newest(asked)));
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8))) {
                accounts.write(asked, moment, chosen, out);
                if (out.checkError()) {
                    return unable("accounts.cannot-write", target);
                }
            }
        } catch (IOException cannotWrite) {
            return unable("accounts.cannot-write", target);
        } catch (Positions.NotReadYet behind) {
            return unable("accounts.behind");
        }
        System.out.println(sentences.of("accounts.written", List.of(target), language()));
        return 0;
    }

    private long newest(String asked) {
        return jdbc.sql("SELECT max(position) FROM event WHERE partnership = ?")
                .param(asked)
                .query(Long.class)
                .single();
    }

    private int unable(String code, Object... arguments) {
        System.err.println(sentences.of(code, List.of(arguments), language()));
        return Terminal.UNREADABLE;
    }

    private Locale language() {
        return Locale.forLanguageTag(languageTag);
    }
}
