package org.patenbuch.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patenbuch.engagement.Engagement.ActivityLine;
import org.patenbuch.engagement.Engagement.MonthLine;
import org.patenbuch.engagement.Engagement.SponsorLine;
import org.patenbuch.engagement.Engagement.Totals;
import org.patenbuch.engagement.HourSums.Sum;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.View;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.springframework.stereotype.Component;

/** Hears what happens to people and hours, keeps it in tables of versions, and adds it up for a period. */
@Component
public class EngagementView implements View {
    public static final String NAME = "engagement";

    private final List<Table<?, ?>> tables;
    private final DatedRules rules;
    private final Scrubbing scrubbing;
    private final HourSums sums;
    private final Matches matches;
    private final Moments moments;
    private final PersonalText texts;

    EngagementView(
            List<Table<?, ?>> tables,
            DatedRules rules,
            Scrubbing scrubbing,
            HourSums sums,
            Matches matches,
            Moments moments,
            PersonalText texts) {
        this.tables = tables;
        this.rules = rules;
        this.scrubbing = scrubbing;
        this.sums = sums;
        this.matches = matches;
        this.moments = moments;
        this.texts = texts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void hear(List<Entry> batch) {
        tables.forEach(table -> table.hear(batch));
        rules.hear(batch);
        scrubbing.hear(batch);
    }

    /** What is known now about the period, both days included. */
    public Engagement answer(String partnership, LocalDate from, LocalDate to) {
        return answer(partnership, Asked.NOW.during(from, to));
    }

    /** What was asked, with sponsors by name. */
    public Engagement answer(String partnership, Asked asked) {
        return moments.answer(asked, NAME, partnership, moment -> answer(partnership, asked, moment));
    }

    /** Hours by the district of the household, and by the kind of sponsor; and the sponsorships themselves. */
    public Parts parts(String partnership, Asked asked) {
        return moments.answer(asked, NAME, partnership, moment -> {
            Period period = new Period(asked.firstDay(), asked.lastDay());
            return new Parts(
                    sums.by(HourSums.Part.DISTRICT, partnership, period, moment),
                    sums.by(HourSums.Part.KIND, partnership, period, moment),
                    matches.of(partnership, period, moment),
                    moment.position(),
                    moment.knownAt());
        });
    }

    /** @param matches how many sponsorships there were */
    public record Parts(
            List<Engagement.PartLine> byDistrict,
            List<Engagement.PartLine> byKind,
            Matches.Counted matches,
            long position,
            Instant knownAt) {}

    /** The years that have hours, as known at the moment asked for. */
    public SortedSet<Integer> years(String partnership, Asked asked) {
        return asked.looksBack()
                ? answer(partnership, asked.then()).byMonth().stream()
                        .map(line -> line.month().getYear())
                        .collect(Collectors.toCollection(TreeSet::new))
                : years(partnership);
    }

    /** The years that have hours. */
    public SortedSet<Integer> years(String partnership) {
        return new TreeSet<>(sums.years(partnership));
    }

    private Engagement answer(String partnership, Asked asked, Moment moment) {
        Period period = new Period(asked.firstDay(), asked.lastDay());
        List<Sum> byMonth = sums.byMonthAndActivity(partnership, period, moment);
        List<HourSums.SealedLine> lines = sums.bySponsor(partnership, period, moment);
        PersonalText.Opened names = texts.openAll(lines.stream().map(HourSums.SealedLine::sealedName));
        List<SponsorLine> bySponsor = lines.stream()
                .map(line -> new SponsorLine(line.sponsorId(), names.text(line.sealedName()), line.minutes()))
                .toList();
        Totals totals = new Totals(
                byMonth.stream().mapToLong(Sum::minutes).sum(),
                byMonth.stream().mapToLong(Sum::approvedMinutes).sum(),
                byMonth.stream().mapToLong(Sum::entries).sum(),
                bySponsor.size(),
                sums.households(partnership, period, moment));
        return new Engagement(
                totals, months(byMonth, asked), activities(byMonth), bySponsor, moment.position(), moment.knownAt());
    }

    /** Every month of the period; where the period has no limit, from the first or to the last month with hours. */
    private static List<MonthLine> months(List<Sum> sums, Asked asked) {
        TreeMap<YearMonth, Long> minutes = new TreeMap<>();
        sums.forEach(sum -> minutes.merge(YearMonth.from(sum.month()), sum.minutes(), Long::sum));
        if (asked.from() != null) {
            minutes.putIfAbsent(YearMonth.from(asked.from()), 0L);
        }
        if (asked.to() != null) {
            minutes.putIfAbsent(YearMonth.from(asked.to()), 0L);
        }
        if (minutes.isEmpty()) {
            return List.of();
        }
        YearMonth last = minutes.lastKey();
        return Stream.iterate(minutes.firstKey(), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> new MonthLine(month, minutes.getOrDefault(month, 0L)))
                .toList();
    }

    private static List<ActivityLine> activities(List<Sum> sums) {
        Map<Activity, Long> minutes = new EnumMap<>(Activity.class);
        sums.forEach(sum -> minutes.merge(Activity.valueOf(sum.key()), sum.minutes(), Long::sum));
        return minutes.entrySet().stream()
                .map(line -> new ActivityLine(line.getKey().name(), line.getValue()))
                .toList();
    }
}
