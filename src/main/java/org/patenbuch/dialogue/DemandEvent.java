package org.patenbuch.dialogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a demand: something the partnership asks of those who decide. */
public sealed interface DemandEvent extends LedgerEvent {
    String demandId();

    /**
     * @param addressee the office or organisation it is addressed to, no person
     * @param text may name people, so it is sealed under the demand's own key
     * @param answerBy by when an answer is expected
     */
    record DemandRaised(
            String demandId,
            LocalDate raisedOn,
            String addressee,
            Personal text,
            @Nullable String meetingId,
            @Nullable LocalDate answerBy)
            implements DemandEvent {}

    record DemandAnswered(
            String demandId,
            LocalDate on,
            Answer answer,
            @Nullable Personal note) implements DemandEvent {}

    /** It was recorded by mistake, or is upheld no longer. */
    record DemandWithdrawn(String demandId, Personal reason) implements DemandEvent {}

    enum Answer {
        MET,
        PARTLY_MET,
        REJECTED
    }
}
