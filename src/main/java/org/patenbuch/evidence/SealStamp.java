package org.patenbuch.evidence;

import java.util.Base64;
import java.util.Optional;
import org.patenbuch.print.Stamp;
import org.patenbuch.print.Stamper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The root over all entries up to a document's state: the same whenever it is printed again. */
@Component
class SealStamp implements Stamper {
    private final Seals seals;
    private final JdbcClient jdbc;

    SealStamp(Seals seals, JdbcClient jdbc) {
        this.seals = seals;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Stamp> of(String partnership, long position) {
        seals.await(partnership, position);
        Optional<Long> sealed = seals.numberAt(partnership, position);
        return sealed.flatMap(number -> seals.key(partnership).map(key -> {
            byte[] root = new StoredTree(jdbc, partnership).root(number);
            return new Stamp(number, Base64.getEncoder().encodeToString(root), key);
        }));
    }
}
