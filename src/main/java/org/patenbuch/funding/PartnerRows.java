package org.patenbuch.funding;

import java.util.stream.Collectors;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partner.PartnerEvent.PartnerRegistered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one batch of events tells of partners, as rows. */
final class PartnerRows {
    private final Rows partners = Rows.into("funding.partner", """
            partnership text, id text, name text, kind text, roles text, since_day date, since bigint""");

    void hear(PartnerEvent heard, String partnership, long at) {
        switch (heard) {
            case PartnerRegistered e -> {
                String roles = e.roles().stream().map(Enum::name).collect(Collectors.joining("\n"));
                partners.add(partnership, e.partnerId(), e.name(), e.kind(), roles, e.since(), at);
            }
        }
    }

    void write(JdbcClient jdbc) {
        partners.write(jdbc);
    }
}
