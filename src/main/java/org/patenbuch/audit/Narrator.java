package org.patenbuch.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.web.Figures;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tells a stored event as one sentence. The sentences stand in the message files under {@code journal.<EventName>} with
 * the names of payload fields in braces: {@code …Cents} are told as euro, {@code minutes} as hours, days by the
 * language, words of the ledger by {@code journal.value.<WORD>}, and what is missing as a dash.
 */
@Component
public class Narrator {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String MISSING = "–";

    private final MessageSource messages;

    Narrator(MessageSource messages) {
        this.messages = messages;
    }

    /** @param type the event's stored name; one without a sentence is told by its name */
    public String tell(String type, JsonNode payload, Locale language) {
        String sentence = messages.getMessage("journal." + type, null, type, language);
        return FIELD.matcher(sentence)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1), payload.get(found.group(1)), language)));
    }

    private String value(String field, @Nullable JsonNode value, Locale language) {
        if (value == null || value.isNull()) {
            return MISSING;
        }
        Figures figures = new Figures(language);
        if (value.isIntegralNumber() && (field.endsWith("Cents") || field.equals("cents"))) {
            return figures.euro(value.asLong());
        }
        if (value.isIntegralNumber() && field.endsWith("inutes")) {
            return figures.hours(value.asLong());
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? MISSING
                    : value.valueStream()
                            .map(item -> value(field, item, language))
                            .collect(Collectors.joining(", "));
        }
        return value.isObject() ? MISSING : word(value.asString(), language, figures);
    }

    private String word(String text, Locale language, Figures figures) {
        if (DAY.matcher(text).matches()) {
            try {
                return figures.day(LocalDate.parse(text));
            } catch (DateTimeParseException looksLikeADay) {
                return text;
            }
        }
        return messages.getMessage("journal.value." + text, null, text, language);
    }
}
