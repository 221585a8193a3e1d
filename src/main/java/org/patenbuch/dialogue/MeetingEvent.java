package org.patenbuch.dialogue;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a meeting: partners, offices and volunteers talking with one another. */
public sealed interface MeetingEvent extends LedgerEvent {
    String meetingId();

    /**
     * @param title what it was about, nothing about a person
     * @param participants who was there, each sealed under the meeting's own key, as the summary
     */
    record MeetingRecorded(
            String meetingId, LocalDate heldOn, String title, List<Personal> participants, Personal summary)
            implements MeetingEvent {}

    /** It was recorded by mistake. */
    record MeetingWithdrawn(String meetingId, Personal reason) implements MeetingEvent {}
}
