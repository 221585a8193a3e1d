package org.patenbuch.dialogue;

import java.time.LocalDate;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a recognition: thanks to a sponsor, on record. */
public sealed interface RecognitionEvent extends LedgerEvent {
    String recognitionId();

    /**
     * @param title what it is called ({@code Ehrenurkunde}), nothing about a person
     * @param basis what it is given for; sealed under the sponsor's key
     */
    record RecognitionAwarded(String recognitionId, String sponsorId, LocalDate awardedOn, String title, Personal basis)
            implements RecognitionEvent {}

    /** It was recorded by mistake. */
    record RecognitionRevoked(String recognitionId, Personal reason) implements RecognitionEvent {}
}
