package org.patenbuch.evidence;

import java.util.Optional;

/** Where keys that sign are kept. */
interface KeyPlace {
    /** The one to begin with; made if there is none. */
    Signs first();

    /** @param raw a key's public part: 32 bytes */
    Optional<Signs> find(byte[] raw);

    /**
     * One that signs nothing yet. It is kept before it is returned, so it cannot be lost whenever the process ends; what
     * an earlier call left behind is taken up.
     *
     * @param signing the public part of the one that signs now
     */
    Signs next(byte[] signing);
}
