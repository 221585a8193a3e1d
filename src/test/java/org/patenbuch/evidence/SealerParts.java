package org.patenbuch.evidence;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.patenbuch.eventstore.Node;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealer for a {@link Node}, to be stopped and started. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Sealer.class, Sealing.class, Leaves.class, Signer.class, Guard.class, Outside.class})
public class SealerParts {
    public static void start(Node node) {
        if (!node.bean(Sealer.class).isRunning()) {
            node.bean(Sealer.class).start();
        }
    }

    /** Waits until all that is recorded is sealed. */
    public static void awaitSealed(JdbcClient jdbc) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> jdbc.sql("""
                        SELECT coalesce((SELECT max(position) FROM event)
                                        = (SELECT max(position) FROM evidence.leaf), false)""").query(Boolean.class).single());
    }

    public static void stop(Node node) {
        node.bean(Sealer.class).stop();
    }
}
