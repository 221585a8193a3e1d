package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.dialogue.DemandEvent.Answer;

/**
 * A demand in a list.
 *
 * @param text null once it has been erased; so with the note to the answer
 * @param answerBy by when an answer is expected
 */
public record DemandEntry(
        String id,
        LocalDate raisedOn,
        String addressee,
        @Nullable String text,
        @Nullable String meetingId,
        @Nullable LocalDate answerBy,
        @Nullable LocalDate answeredOn,
        @Nullable Answer answer,
        @Nullable String note,
        Status status) {
    /** How far it has come. */
    public enum Status {
        OPEN,
        ANSWERED,
        WITHDRAWN
    }

    DemandEntry with(@Nullable String otherText, @Nullable String otherNote) {
        return new DemandEntry(
                id, raisedOn, addressee, otherText, meetingId, answerBy, answeredOn, answer, otherNote, status);
    }

    DemandEntry answered(LocalDate on, Answer how, @Nullable String sealedNote) {
        return new DemandEntry(
                id, raisedOn, addressee, text, meetingId, answerBy, on, how, sealedNote, Status.ANSWERED);
    }

    DemandEntry withdrawn() {
        return new DemandEntry(
                id, raisedOn, addressee, text, meetingId, answerBy, answeredOn, answer, note, Status.WITHDRAWN);
    }
}
