package org.patenbuch.evidence;

import org.patenbuch.eventstore.Node;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The sealer for a {@link Node}, to be stopped and started. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Sealer.class, Sealing.class, Leaves.class, Signer.class, Guard.class, Outside.class})
public class SealerParts {
    public static void start(Node node) {
        if (!node.bean(Sealer.class).isRunning()) {
            node.bean(Sealer.class).start();
        }
    }

    public static void stop(Node node) {
        node.bean(Sealer.class).stop();
    }
}
