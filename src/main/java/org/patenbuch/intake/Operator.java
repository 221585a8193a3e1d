package org.patenbuch.intake;

import java.util.EnumSet;
import java.util.List;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever may start this program on the machine itself: founds partnerships and imports into them. */
@Component
class Operator {
    private final Ledger ledger;
    private final JdbcClient jdbc;

    Operator(Ledger ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    Who in(String partnership) {
        return new Who(partnership, "console", EnumSet.of(Role.ADMIN, Role.COORDINATOR, Role.FINANCE), null, null);
    }

    List<String> partnerships() {
        return jdbc.sql("SELECT id FROM entry WHERE kind = 'partnership' ORDER BY id")
                .query(String.class)
                .list();
    }

    void found(String partnership, String name) {
        ledger.send(new FoundPartnership(partnership, name), in(partnership), new Origin("console", partnership));
    }
}
