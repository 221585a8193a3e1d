package org.patenbuch.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/** Takes in what was typed into a form of a page: one record, one command, and either its place or what is wrong. */
@Component
class Deeds {
    private final Ledger ledger;
    private final Binder binder;

    Deeds(Ledger ledger, Binder binder) {
        this.ledger = ledger;
        this.binder = binder;
    }

    /** @param position of what was recorded; null where {@code form} says what is wrong */
    record Done(@Nullable Long position, Bound<?> form) {}

    /** @param command made of the form and the name that came along with it */
    <F extends Record> Done send(
            Class<F> type, Map<String, String> typed, BiFunction<F, String, Command> command, Who who) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        typed.forEach((name, text) -> parameters.put(name, new String[] {text}));
        Bound<F> form = binder.bind(type, Source.parameters(parameters));
        if (!form.good()) {
            return new Done(null, form);
        }
        String id = typed.getOrDefault("id", "").strip();
        String name = id.isEmpty() ? UUID.randomUUID().toString() : id;
        try {
            Command made = command.apply(form.value(), name);
            return new Done(ledger.send(made, who, Origin.screen()).position(), form);
        } catch (Rejected refused) {
            return new Done(null, form.refused("rejected." + refused.code(), refused.arguments()));
        }
    }
}
