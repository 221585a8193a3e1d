package org.patenbuch;

import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on the real PostgreSQL, started once for all test classes that extend this one (keep it so: no
 * settings or beans of a class's own). Every test gets a partnership of its own, so none sees another's entries.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "patenbuch.second-factor=optional")
public abstract class LedgerTest {
    @Autowired
    protected Ledger ledger;

    /** The id of this test's own partnership, founded and empty. */
    protected String partnership;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        LoopbackIssuer.register(registry);
    }

    @BeforeEach
    void foundPartnership() {
        partnership = "p-" + UUID.randomUUID().toString().substring(0, 8);
        send(new FoundPartnership(partnership, "Partnerschaft " + partnership));
    }

    /** Sends as someone with every role, named {@code tester}. */
    protected Receipt send(Command command) {
        return send(command, anyone("tester"));
    }

    protected Receipt send(Command command, Who who) {
        return ledger.send(command, who, Origin.api());
    }

    protected Who anyone(String userId) {
        return new Who(partnership, userId, EnumSet.allOf(Role.class), null, null);
    }
}
