package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Horizon;
import org.patenbuch.forms.Sentences;
import org.patenbuch.projections.Positions;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export evidence --partnership P OUT.zip}: 0 written, 2 where there is nothing that could be. */
@Component
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Schreibt ein Beweispaket zum Prüfen. / Writes an evidence pack to be checked.")
class PackCommandLine implements SubCommand {
    @Option(
            names = "--partnership",
            description = "Kennung; nötig, wenn es mehrere gibt / id; needed where there are several")
    private @Nullable String partnership;

    @Option(
            names = "--for",
            description =
                    "ALL, FINANCE, PARTNER:<id>: was sie nicht sehen dürfen, fehlt / what they may not see is left out",
            defaultValue = "ALL")
    private String recipient;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String languageTag;

    @Parameters(paramLabel = "OUT.zip")
    private Path target;

    private final Packs packs;
    private final Sealing sealing;
    private final Horizon horizon;
    private final JdbcClient jdbc;
    private final Sentences sentences;

    PackCommandLine(Packs packs, Sealing sealing, Horizon horizon, JdbcClient jdbc, Sentences sentences) {
        this.packs = packs;
        this.sealing = sealing;
        this.horizon = horizon;
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
        Optional<Recipient> who = Recipient.named(recipient);
        return who.isPresent() ? write(asked, who.get()) : unable("evidence.recipient");
    }

    private int write(String asked, Recipient who) {
        try {
            sealRest();
            Optional<Seals.Seal> seal = packs.write(asked, who, target);
            if (seal.isEmpty()) {
                return unable("evidence.nothing-sealed");
            }
            System.out.println(sentences.of(
                    "evidence.pack-written",
                    List.of(target, Long.toString(seal.get().size())),
                    language()));
            return 0;
        } catch (IOException cannotWrite) {
            return unable("accounts.cannot-write", target);
        } catch (Positions.NotReadYet behind) {
            return unable("accounts.behind");
        }
    }

    /** Where no server runs, nobody else does it. */
    private void sealRest() {
        long safe = horizon.advance();
        while (sealing.turn(safe) > 0) {
            safe = horizon.advance();
        }
        sealing.catchUp();
    }

    private int unable(String code, Object... arguments) {
        System.err.println(sentences.of(code, List.of(arguments), language()));
        return Terminal.UNREADABLE;
    }

    private Locale language() {
        return Locale.forLanguageTag(languageTag);
    }
}
