package org.patenbuch.evidence;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.patenbuch.print.Stamp;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The root over all entries up to a document's state: the same whenever it is printed again. */
@Component
class SealStamp implements Stamp {
    private final Seals seals;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    SealStamp(Seals seals, JdbcClient jdbc, MessageSource messages) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public Optional<String> of(String partnership, long position, Locale language) {
        seals.await(partnership, position);
        return seals.numberAt(partnership, position).map(number -> {
            byte[] root = new StoredTree(jdbc, partnership).root(number);
            Object[] words = {Long.toString(number), Base64.getEncoder().encodeToString(root), seals.key(partnership)};
            return messages.getMessage("evidence.stamp", words, language);
        });
    }
}
