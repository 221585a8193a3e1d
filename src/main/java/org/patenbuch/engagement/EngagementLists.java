package org.patenbuch.engagement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.springframework.stereotype.Component;

/**
 * Lists people and hours one by one, as of any moment of knowledge. Sponsors, households and sponsorships are in the
 * order of their ids, and a period asks for those that were there on one of its days; hours are in the order of their
 * days.
 */
@Component
public class EngagementLists {
    private static final String FIRST_DAY = "0001-01-01";

    private final SponsorList sponsors;
    private final HouseholdTable households;
    private final SponsorshipTable sponsorships;
    private final HoursTable hours;
    private final Moments moments;
    private final PersonalText texts;

    EngagementLists(
            SponsorList sponsors,
            HouseholdTable households,
            SponsorshipTable sponsorships,
            HoursTable hours,
            Moments moments,
            PersonalText texts) {
        this.sponsors = sponsors;
        this.households = households;
        this.sponsorships = sponsorships;
        this.hours = hours;
        this.moments = moments;
        this.texts = texts;
    }

    public Page<SponsorEntry> sponsors(String partnership, Sight sight, Asked asked) {
        return answer(partnership, asked, moment -> sponsors.page(partnership, sight, asked, moment));
    }

    public Optional<One<SponsorEntry>> sponsor(String partnership, Sight sight, String id, Asked asked) {
        return answer(
                partnership,
                asked,
                moment -> sponsors.one(partnership, sight, id, asked, moment)
                        .filter(found -> sight.of(id))
                        .map(found -> One.of(found, moment)));
    }

    public Page<HouseholdEntry> households(String partnership, Sight sight, Asked asked) {
        sight.requireAll();
        Where where = HouseholdTable.where(asked);
        return byId(households, partnership, asked, where, HouseholdEntry::id, row -> shown(row, sight));
    }

    public Optional<One<HouseholdEntry>> household(String partnership, Sight sight, String id, Asked asked) {
        sight.requireAll();
        return one(households, partnership, id, asked, row -> shown(row, sight));
    }

    public Page<SponsorshipEntry> sponsorships(String partnership, Sight sight, Asked asked) {
        Where where = SponsorshipTable.where(asked, sight);
        return byId(sponsorships, partnership, asked, where, SponsorshipEntry::id, row -> shown(row, sight));
    }

    public Optional<One<SponsorshipEntry>> sponsorship(String partnership, Sight sight, String id, Asked asked) {
        return one(sponsorships, partnership, id, asked, row -> shown(row, sight))
                .filter(found -> sight.of(found.item().sponsorId()));
    }

    public Page<HoursEntry> hours(String partnership, Sight sight, Asked asked) {
        List<String> start = Cursor.read(asked.after(), FIRST_DAY, "");
        Where where =
                HoursTable.where(asked, sight).and("(day, id) > (:afterDay, :afterId)", "afterId", start.getLast());
        where.set("afterDay", day(start.getFirst()));
        return answer(partnership, asked, moment -> {
            List<HoursEntry> found = hours.list(partnership, moment, where, "day, id", asked.pageSize() + 1).stream()
                    .map(row -> shown(row, sight))
                    .toList();
            return Page.of(found, asked, moment, last -> Cursor.of(last.on(), last.id()));
        });
    }

    public Optional<One<HoursEntry>> hoursEntry(String partnership, Sight sight, String id, Asked asked) {
        return one(hours, partnership, id, asked, row -> shown(row, sight))
                .filter(found -> sight.of(found.item().sponsorId()));
    }

    private HouseholdEntry shown(HouseholdEntry row, Sight sight) {
        return row.named(open(row.name(), sight.householdTexts()));
    }

    private SponsorshipEntry shown(SponsorshipEntry row, Sight sight) {
        return row.with(open(row.scope(), true), open(row.note(), sight.householdTexts()));
    }

    private HoursEntry shown(HoursEntry row, Sight sight) {
        return row.withTexts(open(row.note(), sight.householdTexts()), open(row.comment(), sight.householdTexts()));
    }

    private @Nullable String open(@Nullable String sealed, boolean seen) {
        return seen ? texts.open(sealed).orElse(null) : null;
    }

    private <R> Page<R> byId(
            Table<?, R> table,
            String partnership,
            Asked asked,
            Where where,
            Function<R, String> id,
            Function<R, R> shown) {
        where.and("id > :after", "after", Cursor.read(asked.after(), "").getFirst());
        return answer(partnership, asked, moment -> {
            List<R> found = table.list(partnership, moment, where, "id", asked.pageSize() + 1).stream()
                    .map(shown)
                    .toList();
            return Page.of(found, asked, moment, last -> Cursor.of(id.apply(last)));
        });
    }

    private <R> Optional<One<R>> one(
            Table<?, R> table, String partnership, String id, Asked asked, Function<R, R> shown) {
        return answer(
                partnership,
                asked,
                moment -> table.one(partnership, moment, id).map(row -> One.of(shown.apply(row), moment)));
    }

    private <A> A answer(String partnership, Asked asked, Function<Moment, A> answer) {
        return moments.answer(asked, EngagementView.NAME, partnership, answer);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException ofAnotherList) {
            throw Cursor.unknown();
        }
    }
}
