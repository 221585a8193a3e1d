package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;

class WiringTest {
    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.start(TestDatabase.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void it_starts() {
        System.out.println(node.send(new FoundPartnership("rosenstadt", "R")));
        assertThat(node).isNotNull();
    }
}
