package org.patenbuch.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;

/** What can be asked about the data of one person. */
public sealed interface ErasureCommand extends Command {
    PersonKind kindOfPerson();

    String personId();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "person", kindOfPerson().entry() + "." + personId());
    }

    record RequestErasure(String partnership, String id, PersonKind kindOfPerson, String personId)
            implements ErasureCommand {
        @Override
        public String kind() {
            return "erasure-request";
        }
    }

    record WithdrawErasureRequest(String partnership, String id, PersonKind kindOfPerson, String personId)
            implements ErasureCommand {
        @Override
        public String kind() {
            return "erasure-request-withdrawal";
        }
    }

    record PlaceHold(
            String partnership, String id, PersonKind kindOfPerson, String personId, String norm, LocalDate until)
            implements ErasureCommand {
        @Override
        public String kind() {
            return "hold";
        }
    }

    record LiftHold(
            String partnership,
            String id,
            PersonKind kindOfPerson,
            String personId,
            String holdId,
            @Nullable String reason)
            implements ErasureCommand {
        @Override
        public String kind() {
            return "hold-lifting";
        }
    }

    /** @param on the day by which duties are judged; it and the cause are no part of what makes a repeat a repeat */
    record ErasePerson(
            String partnership,
            String id,
            PersonKind kindOfPerson,
            String personId,
            @JsonIgnore Cause cause,
            @JsonIgnore LocalDate on)
            implements ErasureCommand {
        @Override
        public String kind() {
            return "erasure";
        }
    }
}
