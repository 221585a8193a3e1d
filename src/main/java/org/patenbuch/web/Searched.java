package org.patenbuch.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;

/** What can be found by the search box; a module with entries to find declares a bean of it. */
public interface Searched {
    /** How many of a kind are shown: who sees more narrows the search. */
    int MOST = 10;

    /** Whether there is anything in it for this person. */
    boolean concerns(Who who);

    /** Only what this person may see, at most {@link #MOST} of each kind. */
    List<Hit> find(Who who, Sought sought);

    /**
     * @param kind the list it stands in, {@code partners}; its name has the key {@code search.<kind>}
     * @param path of its page below the partnership
     * @param title what it is called; personal where a person is
     * @param detail what else tells it apart
     */
    record Hit(
            String kind,
            String path,
            String title,
            @Nullable String detail,
            @Nullable LocalDate day,
            @Nullable Long cents) {}
}
