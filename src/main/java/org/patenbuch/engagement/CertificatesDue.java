package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.patenbuch.sponsor.Status;
import org.springframework.stereotype.Component;

/** Whose certificate of good conduct runs out next; those who have left need none. */
@Component
public class CertificatesDue {
    private final SponsorTable table;
    private final SponsorList list;
    private final Moments moments;
    private final PersonalText texts;

    CertificatesDue(SponsorTable table, SponsorList list, Moments moments, PersonalText texts) {
        this.table = table;
        this.list = list;
        this.moments = moments;
        this.texts = texts;
    }

    /** @param validUntil the last day on which a sponsorship may begin with it */
    public record Due(String sponsorId, @Nullable String name, LocalDate seenOn, LocalDate validUntil) {}

    /** In the order of the days; {@code from} and {@code to} are days on which one runs out. */
    public Page<Due> list(String partnership, Sight sight, Asked asked) {
        sight.requireAll();
        List<String> start = Cursor.read(asked.after(), EngagementLists.FIRST_DAY, "");
        LocalDate afterDay = EngagementLists.day(start.getFirst());
        Comparator<Due> order = Comparator.comparing(Due::validUntil).thenComparing(Due::sponsorId);
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            List<Due> found = all(partnership, asked, moment).stream()
                    .filter(due -> !due.validUntil().isBefore(asked.firstDay()))
                    .filter(due -> !due.validUntil().isAfter(asked.lastDay()))
                    .filter(due -> due.validUntil().isAfter(afterDay)
                            || due.validUntil().equals(afterDay)
                                    && due.sponsorId().compareTo(start.getLast()) > 0)
                    .sorted(order)
                    .limit(asked.pageSize() + 1L)
                    .toList();
            return Page.of(named(found), asked, moment, last -> Cursor.of(last.validUntil(), last.sponsorId()));
        });
    }

    private List<Due> all(String partnership, Asked asked, Moment moment) {
        SponsorList.Judged judged = list.judged(partnership, asked, moment);
        List<Due> all = new ArrayList<>();
        for (SponsorRow row : table.list(partnership, moment, new Where(), "id", Integer.MAX_VALUE)) {
            Optional<LocalDate> seen =
                    row.standing().certificatesSeenOn().stream().max(LocalDate::compareTo);
            boolean needed = row.standing().statusOn(judged.day()) != Status.LEFT
                    && !row.standing().listedConviction();
            if (seen.isPresent() && needed) {
                LocalDate until = seen.get().plusMonths(judged.limits().certificateMonths());
                all.add(new Due(row.id(), row.name(), seen.get(), until));
            }
        }
        return all;
    }

    private List<Due> named(List<Due> rows) {
        PersonalText.Opened names = texts.openAll(rows.stream().map(Due::name));
        return rows.stream()
                .map(row -> new Due(row.sponsorId(), names.text(row.name()), row.seenOn(), row.validUntil()))
                .toList();
    }
}
