package org.patenbuch.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What partnerships are called, for pages and documents as {@code @partnershipNames}. A name is given at the founding and
 * never changes, so each is read once.
 */
@Component("partnershipNames")
public class PartnershipNames {
    private static final String FOUNDED = """
            SELECT convert_from(payload, 'UTF8')::json ->> 'name' FROM event
            WHERE partnership = :id AND stream = 'partnership/' || :id AND seq = 0""";

    private final JdbcClient jdbc;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    PartnershipNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id as in addresses, {@code rosenstadt}; what nobody has founded is called by it */
    public String of(String id) {
        String name = known.get(id);
        if (name != null) return name;
        return jdbc.sql(FOUNDED)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(found -> {
                    known.put(id, found);
                    return found;
                })
                .orElse(id);
    }
}
