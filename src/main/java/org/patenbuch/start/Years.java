package org.patenbuch.start;

import java.util.Set;
import java.util.TreeSet;

/**
 * The years one can choose from.
 *
 * @param ofMoney the years with any entry about money
 * @param ofHours the years with any hours
 */
record Years(Set<Integer> ofMoney, Set<Integer> ofHours) {
    /** The year to open with: this one once it has an entry, else the latest before that has something of both. */
    int first(int thisYear) {
        TreeSet<Integer> any = with(thisYear);
        if (ofMoney.contains(thisYear) || ofHours.contains(thisYear)) return thisYear;
        TreeSet<Integer> both = new TreeSet<>(ofMoney);
        both.retainAll(ofHours);
        Integer latest = both.lower(thisYear) == null ? any.lower(thisYear) : both.lower(thisYear);
        return latest == null ? thisYear : latest;
    }

    /** All of them, and the one that is shown. */
    TreeSet<Integer> with(int shown) {
        TreeSet<Integer> all = new TreeSet<>(ofMoney);
        all.addAll(ofHours);
        all.add(shown);
        return all;
    }
}
