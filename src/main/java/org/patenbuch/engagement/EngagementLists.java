package org.patenbuch.engagement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
    static final String FIRST_DAY = "0001-01-01";

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

    /** Those of these sponsors that there are and that may be seen. */
    public List<SponsorEntry> sponsors(String partnership, Sight sight, Collection<String> ids, Asked asked) {
        return answer(partnership, asked, moment -> sponsors.several(partnership, sight, ids, asked, moment));
    }

    public Page<HouseholdEntry> households(String partnership, Sight sight, Asked asked) {
        sight.requireAll();
        Where where = HouseholdTable.where(asked);
        return byId(households, partnership, asked, where, HouseholdEntry::id, rows -> shownHouseholds(rows, sight));
    }

    public Optional<One<HouseholdEntry>> household(String partnership, Sight sight, String id, Asked asked) {
        sight.requireAll();
        return one(households, partnership, id, asked, rows -> shownHouseholds(rows, sight));
    }

    public Page<SponsorshipEntry> sponsorships(String partnership, Sight sight, Asked asked) {
        Where where = SponsorshipTable.where(asked, sight);
        return byId(
                sponsorships, partnership, asked, where, SponsorshipEntry::id, rows -> shownSponsorships(rows, sight));
    }

    public Optional<One<SponsorshipEntry>> sponsorship(String partnership, Sight sight, String id, Asked asked) {
        return one(sponsorships, partnership, id, asked, rows -> shownSponsorships(rows, sight))
                .filter(found -> sight.of(found.item().sponsorId()));
    }

    public Page<HoursEntry> hours(String partnership, Sight sight, Asked asked) {
        List<String> start = Cursor.read(asked.after(), FIRST_DAY, "");
        Where where =
                HoursTable.where(asked, sight).and("(day, id) > (:afterDay, :afterId)", "afterId", start.getLast());
        where.set("afterDay", day(start.getFirst()));
        return answer(partnership, asked, moment -> {
            List<HoursEntry> found =
                    shownHours(hours.list(partnership, moment, where, "day, id", asked.pageSize() + 1), sight);
            return Page.of(found, asked, moment, last -> Cursor.of(last.on(), last.id()));
        });
    }

    /** The last so many entries, the newest first. */
    public List<HoursEntry> lastHours(String partnership, Sight sight, int limit, Asked asked) {
        Where where = HoursTable.where(asked, sight);
        return answer(
                partnership,
                asked,
                moment -> shownHours(hours.list(partnership, moment, where, "day DESC, id DESC", limit), sight));
    }

    public Optional<One<HoursEntry>> hoursEntry(String partnership, Sight sight, String id, Asked asked) {
        return one(hours, partnership, id, asked, rows -> shownHours(rows, sight))
                .filter(found -> sight.of(found.item().sponsorId()));
    }

    private List<HouseholdEntry> shownHouseholds(List<HouseholdEntry> rows, Sight sight) {
        PersonalText.Opened opened =
                opened(sight.householdTexts(), rows.stream().map(HouseholdEntry::name));
        return rows.stream().map(row -> row.named(opened.text(row.name()))).toList();
    }

    private List<SponsorshipEntry> shownSponsorships(List<SponsorshipEntry> rows, Sight sight) {
        PersonalText.Opened scopes = texts.openAll(rows.stream().map(SponsorshipEntry::scope));
        PersonalText.Opened notes = opened(sight.householdTexts(), rows.stream().map(SponsorshipEntry::note));
        return rows.stream()
                .map(row -> row.with(scopes.text(row.scope()), notes.text(row.note())))
                .toList();
    }

    private List<HoursEntry> shownHours(List<HoursEntry> rows, Sight sight) {
        Stream<@Nullable String> sealed = rows.stream().flatMap(row -> Stream.of(row.note(), row.comment()));
        PersonalText.Opened opened = opened(sight.householdTexts(), sealed);
        return rows.stream()
                .map(row -> row.withTexts(opened.text(row.note()), opened.text(row.comment())))
                .toList();
    }

    /** Who may not see it is given no key. */
    private PersonalText.Opened opened(boolean seen, Stream<@Nullable String> sealed) {
        return texts.openAll(seen ? sealed : Stream.empty());
    }

    private <R> Page<R> byId(
            Table<?, R> table,
            String partnership,
            Asked asked,
            Where where,
            Function<R, String> id,
            UnaryOperator<List<R>> shown) {
        where.and("id > :after", "after", Cursor.read(asked.after(), "").getFirst());
        return answer(partnership, asked, moment -> {
            List<R> found = shown.apply(table.list(partnership, moment, where, "id", asked.pageSize() + 1));
            return Page.of(found, asked, moment, last -> Cursor.of(id.apply(last)));
        });
    }

    private <R> Optional<One<R>> one(
            Table<?, R> table, String partnership, String id, Asked asked, UnaryOperator<List<R>> shown) {
        return answer(
                partnership,
                asked,
                moment -> table.one(partnership, moment, id)
                        .map(row -> One.of(shown.apply(List.of(row)).getFirst(), moment)));
    }

    private <A> A answer(String partnership, Asked asked, Function<Moment, A> answer) {
        return moments.answer(asked, EngagementView.NAME, partnership, answer);
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException ofAnotherList) {
            throw Cursor.unknown();
        }
    }
}
