package org.patenbuch.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.patenbuch.engagement.CertificatesDue;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.engagement.Silent;
import org.patenbuch.engagement.WaitingList;

/**
 * A year of people and hours, as the coordinator looks at it and hands it on.
 *
 * @param silent who logged nothing in {@code silentMonth}, the last month of the year or the present one
 * @param certificates those that run out next
 * @param cost what an hour and a household cost
 */
public record PeopleYear(
        int year,
        Engagement engagement,
        EngagementView.Parts parts,
        YearMonth silentMonth,
        List<Silent.Sponsor> silent,
        List<CertificatesDue.Due> certificates,
        List<WaitingList.Waiting> waiting,
        Cost cost) {
    /** No list on the page is longer; it says so where it is cut off. */
    static final int MOST = 500;

    public boolean cut(List<?> list) {
        return list.size() == MOST;
    }

    static YearMonth lastMonth(int year, LocalDate today) {
        return year == today.getYear() ? YearMonth.from(today) : YearMonth.of(year, 12);
    }
}
