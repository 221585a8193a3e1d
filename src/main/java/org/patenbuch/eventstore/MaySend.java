package org.patenbuch.eventstore;

import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;

/** Says in which role a person may send a command. Asked for every command; what is not allowed is refused. */
@FunctionalInterface
public interface MaySend {
    /** @throws Forbidden if none of the person's roles may send it, or not about this partner or sponsor */
    Role as(Who who, Command command, Origin origin);

    /** The command is not for this person to send. */
    final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String commandName) {
            super(commandName + " is not for this role");
        }
    }
}
