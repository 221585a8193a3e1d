package org.patenbuch.web;

import java.util.function.Function;
import java.util.function.Predicate;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Page;

/**
 * Something that may wait for someone: the start page says how many of it there are and leads to them. A module that
 * has work for people declares it as a bean; what is counted as nothing is not shown.
 *
 * @param key of its words in the message files
 * @param path below the partnership, of the page where it can be done
 * @param order smaller stands further up
 * @param concerns whom it is for
 * @param count how many wait now; more than {@link #MOST} is not counted on
 */
public record Task(String key, String path, int order, Predicate<Who> concerns, Function<Who, Long> count) {
    /** More than this is "more than": no page needs the exact number. */
    public static final int MOST = 500;

    /** How many items a list asked for {@link #MOST} of them has; one more than that where it has a next page. */
    public static long counted(Page<?> page) {
        return page.items().size() + (page.next() == null ? 0 : 1);
    }
}
