package org.patenbuch.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.MasterKey;
import org.springframework.stereotype.Component;

/**
 * Gives every booking a name that is the same in every statement it stands in. By the bank's reference where there is
 * one (with day and amount, since banks use references again), else by its content; equal ones are counted, for two
 * equal bookings on one day are two. A keyed hash, so that nobody guesses a payer by it.
 */
@Component
class Identity {
    private final MasterKey secret;

    Identity(MasterKey secret) {
        this.secret = secret;
    }

    /** @param statements of one file, in its order; one name a line each */
    List<List<LineName>> names(List<Statement> statements) {
        List<List<LineName>> names = new ArrayList<>();
        Map<String, Integer> counted = new HashMap<>();
        Statement before = null;
        for (Statement statement : statements) {
            // Only where nothing stands in both do equal bookings add up
            if (before == null || !statement.continues(before)) {
                counted.clear();
            }
            List<LineName> own = new ArrayList<>();
            for (Statement.Line line : statement.lines()) {
                String content = content(statement.account(), line);
                own.add(new LineName("U-" + hash(content), counted.merge(content, 1, Integer::sum)));
            }
            names.add(own);
            before = statement;
        }
        return names;
    }

    /** The same statement again has the same name. */
    String of(Statement statement, List<LineName> lines) {
        return "K-"
                + hash(String.join(
                        "\n",
                        statement.account(),
                        statement.name(),
                        statement.from().toString(),
                        statement.to().toString(),
                        Objects.toString(statement.openingCents()),
                        Objects.toString(statement.closingCents()),
                        lines.toString()));
    }

    private static String content(String account, Statement.Line line) {
        String known = String.join("\n", account, line.bookedOn().toString(), Long.toString(line.cents()));
        return line.reference() != null
                ? known + "\nR\n" + line.reference()
                : String.join(
                        "\n",
                        known,
                        "C",
                        plain(line.iban()),
                        plain(line.name()),
                        plain(line.purpose()),
                        plain(line.endToEnd()));
    }

    /** Banks break lines and set capitals differently from one download to the next. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    private String hash(String content) {
        return HexFormat.of().formatHex(secret.fingerprint(content.getBytes(StandardCharsets.UTF_8)), 0, 10);
    }
}
