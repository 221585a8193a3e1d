package org.patenbuch.engagement;

import java.util.List;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lists what coordinators wrote down about a sponsorship; it is for nobody else. */
@Component
public class Notes {
    private final NoteTable table;
    private final Moments moments;
    private final PersonalText texts;

    Notes(NoteTable table, Moments moments, PersonalText texts) {
        this.table = table;
        this.moments = moments;
        this.texts = texts;
    }

    public Page<NoteEntry> of(String sponsorshipId, String partnership, Sight sight, Asked asked) {
        if (!sight.equals(Sight.EVERYTHING)) {
            throw new AccessDeniedException("notes are for coordinators");
        }
        List<String> start = Cursor.read(asked.after(), EngagementLists.FIRST_DAY, "");
        Where where = new Where()
                .and("sponsorship_id = :sponsorship", "sponsorship", sponsorshipId)
                .and("(day, id) > (:afterDay, :afterId)", "afterId", start.getLast())
                .choice(asked.status(), NoteEntry.Status.class);
        where.set("afterDay", EngagementLists.day(start.getFirst()));
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            List<NoteEntry> rows = table.list(partnership, moment, where, "day, id", asked.pageSize() + 1);
            PersonalText.Opened opened = texts.openAll(rows.stream().map(NoteEntry::text));
            List<NoteEntry> shown =
                    rows.stream().map(row -> row.with(opened.text(row.text()))).toList();
            return Page.of(shown, asked, moment, last -> Cursor.of(last.on(), last.id()));
        });
    }
}
