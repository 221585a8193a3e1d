package org.patenbuch.access;

import java.util.List;
import java.util.Locale;
import org.patenbuch.eventstore.References;
import org.patenbuch.forms.Sentences;
import org.patenbuch.kernel.Role;
import org.patenbuch.terminal.SubCommand;
import org.patenbuch.terminal.Terminal;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code let-in --partnership ID}: a link that makes whoever opens it an administrator, for the day when the only one has
 * lost the way in. Whoever can start this program can read the database anyway. 0 printed, 2 no such partnership.
 */
@Component
@Command(
        name = "let-in",
        mixinStandardHelpOptions = true,
        description = "Ein Link, der zur Verwaltung einlädt. / A link that invites to administer.")
class LetInCommandLine implements SubCommand {
    @Option(names = "--partnership", required = true, description = "Kennung der Partnerschaft / id of the partnership")
    private String partnership;

    @Option(names = "--language", description = "de, en", defaultValue = "de")
    private String languageTag;

    private final Invitations invitations;
    private final References references;
    private final Sentences sentences;

    LetInCommandLine(Invitations invitations, References references, Sentences sentences) {
        this.invitations = invitations;
        this.references = references;
        this.sentences = sentences;
    }

    @Override
    public Integer call() {
        Locale language = Locale.forLanguageTag(languageTag);
        if (!references.known(partnership, "partnership", partnership)) {
            System.err.println(sentences.of("let-in.unknown", List.of(partnership), language));
            return Terminal.UNREADABLE;
        }
        var role = new Membership("", partnership, Role.ADMIN, null, null);
        String path = "/invitation/" + invitations.toRole(role, "let-in");
        System.out.println(sentences.of("let-in.link", List.of(path), language));
        return 0;
    }
}
