package org.patenbuch.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.TextKind;

/** What is asked when a duty to keep ends. */
sealed interface RetentionCommand extends Command {
    /**
     * Erases all text of one kind that was recorded in one year.
     *
     * @param on the day by which the duty to keep is judged; no part of what makes a repeat a repeat
     */
    record EraseTexts(
            String partnership,
            String id,
            TextKind kindOfText,
            int year,
            @JsonIgnore LocalDate on) implements RetentionCommand {
        @Override
        public String kind() {
            return "text-erasure";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "retention", kindOfText.key() + "." + year);
        }
    }
}
