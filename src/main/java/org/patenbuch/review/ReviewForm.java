package org.patenbuch.review;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Personal;
import org.patenbuch.review.ReviewCommand.AddCheckMark;
import org.patenbuch.review.ReviewCommand.FreezeReport;
import org.patenbuch.review.ReviewEvent.Finding;

/** What a person or program sends about reports and checks. */
final class ReviewForm {
    private ReviewForm() {}

    /** @param lockPeriod whether to lock the period as well, so that the next report of it says the same */
    record Freezing(
            @Nullable String id,
            @Size(min = 1, max = 200) String name,
            LocalDate from,
            LocalDate to,
            @Nullable @PositiveOrZero Long atPosition,
            @Nullable Boolean lockPeriod,
            @Nullable String reason) {
        FreezeReport command(String partnership, String commandId) {
            return new FreezeReport(partnership, commandId, name, from, to, atPosition, reason);
        }

        boolean locks() {
            return Boolean.TRUE.equals(lockPeriod);
        }
    }

    record Mark(
            @Nullable String id,
            @Positive long position,
            Finding finding,
            @Nullable @Size(max = 2_000) String note) {
        AddCheckMark command(String partnership, String commandId) {
            Personal text = note == null ? null : Personal.of(partnership + "/check-mark/" + commandId, note);
            return new AddCheckMark(partnership, commandId, position, finding, text);
        }
    }

    /** @param back the page the form was opened from: a sample; else the entry's own place in the journal */
    record MarkOnScreen(
            @Nullable String id,
            @Positive long position,
            Finding finding,
            @Nullable @Size(max = 2_000) String note,
            @Nullable @Size(max = 500) String back) {
        Mark mark(String freshId) {
            return new Mark(id == null ? freshId : id, position, finding, note);
        }

        String backFor(String partnership, long recorded) {
            String sample = "/" + partnership + "/samples?";
            boolean known = back != null && back.startsWith(sample) && back.matches("[\\w/?&=.%+-]+");
            return known
                    ? back + "&minPosition=" + recorded
                    : "/" + partnership + "/journal?positions=" + position + "," + recorded + "&minPosition="
                            + recorded;
        }
    }
}
