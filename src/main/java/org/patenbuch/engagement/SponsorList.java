package org.patenbuch.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Page;
import org.patenbuch.sponsor.Standing;
import org.patenbuch.sponsor.Status;
import org.springframework.stereotype.Component;

/**
 * Lists sponsors. Their status depends on the day and their names are sealed, so both are looked at row by row: a
 * partnership has thousands of sponsors, not millions.
 */
@Component
class SponsorList {
    private static final int AT_ONCE = 500;

    private final SponsorTable table;
    private final DatedRules rules;
    private final PersonalText texts;
    private final Clock clock;

    SponsorList(SponsorTable table, DatedRules rules, PersonalText texts, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    /** The day on which sponsors are judged for an answer, and by which limits. */
    record Judged(LocalDate day, Standing.Limits limits) {}

    Page<SponsorEntry> page(String partnership, Sight sight, Asked asked, Moment moment) {
        Judged judged = judged(partnership, asked, moment);
        Status status = Where.choice("status", asked.status(), Status.class);
        boolean all = status == null && asked.q() == null;
        int wanted = asked.pageSize() + 1;
        int limit = all ? wanted : AT_ONCE;
        List<SponsorEntry> found = new ArrayList<>();
        String start = Cursor.read(asked.after(), "").getFirst();
        Where where = SponsorTable.where(asked, sight).and("id > :after", "after", start);
        boolean more = true;
        while (more && found.size() < wanted) {
            List<SponsorRow> rows = table.list(partnership, moment, where, "id", limit);
            PersonalText.Opened names = texts.openAll(rows.stream().map(SponsorRow::name));
            rows.stream()
                    .map(row -> known(row, sight))
                    .filter(row -> status == null || row.standing().statusOn(judged.day()) == status)
                    .map(row -> shown(row, names, sight, judged))
                    .filter(entry -> matches(entry, asked.q()))
                    .limit((long) wanted - found.size())
                    .forEach(found::add);
            more = rows.size() == limit;
            if (more) {
                where.set("after", rows.getLast().id());
            }
        }
        return Page.of(found, asked, moment, last -> Cursor.of(last.id()));
    }

    List<SponsorEntry> several(String partnership, Sight sight, Collection<String> ids, Asked asked, Moment moment) {
        Judged judged = judged(partnership, asked, moment);
        Where where = SponsorTable.where(Asked.NOW, sight).and("id IN (:ids)", "ids", ids);
        List<SponsorRow> rows = table.list(partnership, moment, where, "id", ids.size());
        PersonalText.Opened names = texts.openAll(rows.stream().map(SponsorRow::name));
        return rows.stream()
                .map(row -> shown(known(row, sight), names, sight, judged))
                .toList();
    }

    Optional<SponsorEntry> one(String partnership, Sight sight, String id, Asked asked, Moment moment) {
        return table.one(partnership, moment, id)
                .map(row -> known(row, sight))
                .map(row ->
                        shown(row, texts.openAll(Stream.of(row.name())), sight, judged(partnership, asked, moment)));
    }

    /** Now, today; as of an earlier moment, the day of that moment, so that the answer stays the same for ever. */
    Judged judged(String partnership, Asked asked, Moment moment) {
        LocalDate day =
                asked.looksBack() ? moment.knownAt().atZone(clock.getZone()).toLocalDate() : LocalDate.now(clock);
        return new Judged(day, rules.on(day, partnership, moment));
    }

    /** Whose certificate lists a conviction is to all but coordinators as somebody of whom none was seen. */
    private static SponsorRow known(SponsorRow row, Sight sight) {
        boolean hidden = !sight.convictions() && row.standing().listedConviction();
        return hidden ? row.with(row.standing().withoutCertificates()) : row;
    }

    private static SponsorEntry shown(SponsorRow row, PersonalText.Opened names, Sight sight, Judged judged) {
        SponsorEntry entry = SponsorEntry.of(row, names.text(row.name()), judged.day(), judged.limits());
        return sight.convictions() ? entry : entry.withoutListing();
    }

    private static boolean matches(SponsorEntry entry, @Nullable String text) {
        return text == null || contains(entry.id(), text) || entry.name() != null && contains(entry.name(), text);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.GERMAN).contains(part.toLowerCase(Locale.GERMAN));
    }
}
