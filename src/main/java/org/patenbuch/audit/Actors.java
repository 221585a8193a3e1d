package org.patenbuch.audit;

import java.text.Collator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patenbuch.access.Logins;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What people call whoever recorded something: the name they log in with. What came by the command line, or by itself on
 * its day, has words in the message files under {@code actor.<id>}.
 */
@Component
class Actors {
    private static final List<String> OF_THE_HOUSE = List.of("console", "patenbuch");

    private final Logins logins;
    private final MessageSource messages;

    Actors(Logins logins, MessageSource messages) {
        this.logins = logins;
        this.messages = messages;
    }

    /**
     * Whom a reader can ask for: who is something in the partnership now, the command line, the ledger itself.
     *
     * @param asked an id asked for already, which stays one to choose; empty for none. Of someone who is nothing in the
     *     partnership it stays an id: what people of other partnerships are called is not for this reader
     * @return by id, a name for each, in the order of the names
     */
    Map<String, String> toChooseFrom(String partnership, String asked, Locale language) {
        Map<String, String> names = logins.in(partnership);
        for (String id : OF_THE_HOUSE) {
            names.put(id, messages.getMessage("actor." + id, null, language));
        }
        if (!asked.isBlank()) names.putIfAbsent(asked, asked);
        Map<String, String> sorted = new LinkedHashMap<>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Collator.getInstance(language)))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    /** @return by the id of whoever recorded these, a name for each; whose login is gone keeps the id */
    Map<String, String> of(List<Trail.Recorded> events, Locale language) {
        List<String> ids = events.stream().map(Trail.Recorded::actor).distinct().toList();
        Map<String, String> names = new HashMap<>(logins.of(ids));
        ids.forEach(id -> names.putIfAbsent(id, messages.getMessage("actor." + id, null, id, language)));
        return names;
    }
}
