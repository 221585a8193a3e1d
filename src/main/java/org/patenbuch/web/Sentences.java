package org.patenbuch.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Sentences for people from the message files. Arguments are put in as people read them: a {@link Long} is an amount
 * in cents, an {@link Integer} a plain number, a day a day; everything else stands as it is.
 */
@Component
public class Sentences {
    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    public String say(Locale locale, String key, List<?> arguments) {
        Figures figures = new Figures(locale);
        return messages.getMessage(
                key,
                arguments.stream().map(argument -> shown(argument, figures)).toArray(),
                locale);
    }

    /** As {@link #say}, but with another sentence where a code has none of its own. */
    String sayOr(Locale locale, String key, List<?> arguments, String otherwise) {
        return messages.getMessage(key, null, null, locale) == null
                ? say(locale, otherwise, List.of())
                : say(locale, key, arguments);
    }

    private static String shown(Object argument, Figures figures) {
        return switch (argument) {
            case Long cents -> figures.euro(cents);
            case Integer number -> figures.whole(number);
            case LocalDate day -> figures.day(day);
            case Collection<?> several ->
                several.stream().map(one -> shown(one, figures)).collect(Collectors.joining(", "));
            default -> String.valueOf(argument);
        };
    }
}
