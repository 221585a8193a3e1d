package org.patenbuch.dialogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a commitment: someone said they would do something by a day. */
public sealed interface CommitmentEvent extends LedgerEvent {
    String commitmentId();

    /**
     * @param by the office or organisation that committed itself, no person
     * @param text may name people, so it is sealed under the commitment's own key
     */
    record CommitmentMade(
            String commitmentId,
            LocalDate madeOn,
            String by,
            Personal text,
            LocalDate dueOn,
            @Nullable String meetingId,
            @Nullable String demandId)
            implements CommitmentEvent {}

    record CommitmentPostponed(String commitmentId, LocalDate dueOn, Personal reason) implements CommitmentEvent {}

    record CommitmentKept(String commitmentId, LocalDate on) implements CommitmentEvent {}

    /** Nothing will come of it. */
    record CommitmentDropped(String commitmentId, Personal reason) implements CommitmentEvent {}
}
