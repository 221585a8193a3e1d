package org.patenbuch.partnership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;

/** What can be asked of a partnership as a whole. */
public sealed interface PartnershipCommand extends Command {
    @Override
    default String stream() {
        return StreamName.of(partnership(), "partnership", partnership());
    }

    /** Starts a ledger of its own; its id becomes part of every address. */
    record FoundPartnership(String partnership, String name) implements PartnershipCommand {
        @Override
        public String kind() {
            return "partnership";
        }

        @Override
        public String id() {
            return partnership;
        }
    }

    record LockPeriod(
            String partnership,
            String id,
            LocalDate from,
            LocalDate to,
            @Override @Nullable String reason) implements PartnershipCommand {
        public LockPeriod(String partnership, String id, LocalDate from, LocalDate to) {
            this(partnership, id, from, to, null);
        }

        @Override
        public String kind() {
            return "period-lock";
        }
    }

    /** By another person than the one who locked. */
    record ReopenPeriod(
            String partnership,
            String id,
            String lockId,
            @Override String reason) implements PartnershipCommand {
        @Override
        public String kind() {
            return "reopening";
        }
    }

    record SetRule(
            String partnership,
            String id,
            Rule rule,
            long value,
            LocalDate validFrom,
            @Nullable String funder,
            @Override @Nullable String reason)
            implements PartnershipCommand {
        public SetRule(
                String partnership, String id, Rule rule, long value, LocalDate validFrom, @Nullable String funder) {
            this(partnership, id, rule, value, validFrom, funder, null);
        }

        @Override
        public String kind() {
            return "rule";
        }
    }
}
