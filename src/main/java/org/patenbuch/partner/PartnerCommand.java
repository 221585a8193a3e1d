package org.patenbuch.partner;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;

/** What can be asked of a partner's stream. */
public sealed interface PartnerCommand extends Command {
    record RegisterPartner(
            String partnership,
            String id,
            String name,
            PartnerEvent.Kind kindOfPartner,
            List<PartnerEvent.PartnerRole> roles,
            LocalDate since,
            @Override @Nullable String reason)
            implements PartnerCommand {
        /** Where nobody gave a reason, as in lists of partners. */
        public RegisterPartner(
                String partnership,
                String id,
                String name,
                PartnerEvent.Kind kindOfPartner,
                List<PartnerEvent.PartnerRole> roles,
                LocalDate since) {
            this(partnership, id, name, kindOfPartner, roles, since, null);
        }

        @Override
        public String kind() {
            return "partner";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "partner", id);
        }
    }
}
