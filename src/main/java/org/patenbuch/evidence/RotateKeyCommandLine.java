package org.patenbuch.evidence;

import java.util.List;
import java.util.Locale;
import org.patenbuch.forms.Sentences;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.patenbuch.vault.Vault;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rotate-key}: 0 another key signs from now on, 2 this node's key is not the one that signs. */
@Component
@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        description =
                "Neuer Schlüssel für die Prüfsiegel, vom alten übergeben. / A new key for checkpoints, handed over to.")
class RotateKeyCommandLine implements SubCommand {
    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String languageTag;

    private final Signer signer;
    private final Sentences sentences;

    RotateKeyCommandLine(Signer signer, Sentences sentences) {
        this.signer = signer;
        this.sentences = sentences;
    }

    @Override
    public Integer call() {
        Locale language = Locale.forLanguageTag(languageTag);
        try {
            if (!signer.isTheOne()) {
                System.err.println(sentences.of("evidence.refused.KEY", List.of(), language));
                return Terminal.UNREADABLE;
            }
            System.out.println(sentences.of("evidence.key-rotated", List.of(signer.rotate()), language));
            return 0;
        } catch (Vault.Unable away) {
            System.err.println(away.getMessage());
            return Terminal.UNREADABLE;
        }
    }
}
