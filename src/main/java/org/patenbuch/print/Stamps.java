package org.patenbuch.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What every exported document says of the seal of its state, or that it has none. */
@Component
public class Stamps {
    private final ObjectProvider<Stamper> stamper;
    private final MessageSource messages;

    Stamps(ObjectProvider<Stamper> stamper, MessageSource messages) {
        this.stamper = stamper;
        this.messages = messages;
    }

    public Optional<Stamp> of(String partnership, long position) {
        return stamper.stream()
                .flatMap(by -> by.of(partnership, position).stream())
                .findFirst();
    }

    /** For paper and wherever else one line is free. */
    public String sentence(String partnership, long position, Locale language) {
        return of(partnership, position)
                .map(stamp -> say("print.stamp", language, Long.toString(stamp.entry()), stamp.root(), stamp.key()))
                .orElseGet(() -> say("print.unstamped", language));
    }

    /** For tables: what it is, and how it reads. */
    public List<List<String>> rows(String partnership, long position, Locale language) {
        return of(partnership, position)
                .map(stamp -> List.of(
                        List.of(say("print.stamp.entry", language), Long.toString(stamp.entry())),
                        List.of(say("print.stamp.root", language), stamp.root()),
                        List.of(say("print.stamp.key", language), stamp.key())))
                .orElseGet(() -> List.of(List.of(say("print.unstamped", language))));
    }

    private String say(String key, Locale language, Object... words) {
        return messages.getMessage(key, words, language);
    }
}
