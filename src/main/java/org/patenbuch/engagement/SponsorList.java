package org.patenbuch.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final CertificateRules rules;
    private final PersonalText texts;
    private final Clock clock;

    SponsorList(SponsorTable table, CertificateRules rules, PersonalText texts, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    /** How rows are shown: on which day, by which rule, to whom. */
    private record Showing(LocalDate day, long certificateMonths, Sight sight) {}

    Page<SponsorEntry> page(String partnership, Sight sight, Asked asked, Moment moment) {
        Showing showing = showing(partnership, sight, asked, moment);
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
                    .filter(row -> status == null || row.standing().statusOn(showing.day()) == status)
                    .map(row -> shown(row, names, showing))
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

    Optional<SponsorEntry> one(String partnership, Sight sight, String id, Asked asked, Moment moment) {
        return table.one(partnership, moment, id)
                .map(row ->
                        shown(row, texts.openAll(Stream.of(row.name())), showing(partnership, sight, asked, moment)));
    }

    /** Now, today; as of an earlier moment, the day of that moment, so that the answer stays the same for ever. */
    private Showing showing(String partnership, Sight sight, Asked asked, Moment moment) {
        LocalDate day =
                asked.looksBack() ? moment.knownAt().atZone(clock.getZone()).toLocalDate() : LocalDate.now(clock);
        return new Showing(day, rules.monthsOn(day, partnership, moment), sight);
    }

    private static SponsorEntry shown(SponsorRow row, PersonalText.Opened names, Showing showing) {
        SponsorEntry entry = SponsorEntry.of(row, names.text(row.name()), showing.day(), showing.certificateMonths());
        return showing.sight().convictions() ? entry : entry.withoutConviction();
    }

    private static boolean matches(SponsorEntry entry, @Nullable String text) {
        return text == null || contains(entry.id(), text) || entry.name() != null && contains(entry.name(), text);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.GERMAN).contains(part.toLowerCase(Locale.GERMAN));
    }
}
