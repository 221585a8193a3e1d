package org.patenbuch.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.web.Figures;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names, codes and values in the language of the page. */
@Component
class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }

    @Nullable
    String sayOrNull(String key) {
        return messages.getMessage(key, null, null, language());
    }

    /** A code of the domain as a word. */
    String word(Object code) {
        return say("journal.value." + code);
    }

    /** A value as a page writes it. */
    String value(String kind, Object value) {
        Figures figures = new Figures(language());
        return switch (kind) {
            case "DAY" -> figures.day((LocalDate) value);
            case "CENTS" -> figures.euro((Long) value);
            case "MINUTES" -> figures.hours((Integer) value);
            case "WORD", "YES_NO", "CHOICE" ->
                value instanceof Collection<?> several
                        ? several.stream().map(this::word).collect(Collectors.joining(", "))
                        : word(value);
            default -> value.toString();
        };
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
