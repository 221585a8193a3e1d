package org.patenbuch.audit;

import java.util.HashMap;
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
    private final Logins logins;
    private final MessageSource messages;

    Actors(Logins logins, MessageSource messages) {
        this.logins = logins;
        this.messages = messages;
    }

    /** @return by the id of whoever recorded these, a name for each; whose login is gone keeps the id */
    Map<String, String> of(List<Trail.Recorded> events, Locale language) {
        List<String> ids = events.stream().map(Trail.Recorded::actor).distinct().toList();
        Map<String, String> names = new HashMap<>(logins.of(ids));
        ids.forEach(id -> names.putIfAbsent(id, messages.getMessage("actor." + id, null, id, language)));
        return names;
    }
}
