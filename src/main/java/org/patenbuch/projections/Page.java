package org.patenbuch.projections;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next to be sent as {@code after} for the next page; null if this is the last
 */
public record Page<T>(List<T> items, @Nullable String next, long position, Instant knownAt) {
    /** @param found one more than the page holds, if there are more */
    public static <T> Page<T> of(List<T> found, Asked asked, Moment moment, Function<T, String> cursor) {
        boolean more = found.size() > asked.pageSize();
        List<T> items = more ? List.copyOf(found.subList(0, asked.pageSize())) : found;
        String next = more ? cursor.apply(items.getLast()) : null;
        return new Page<>(items, next, moment.position(), moment.knownAt());
    }

    /** Every item there is, however many pages they fill; a page is asked for when the one before has been used up. */
    public static <T> Stream<T> everyItem(Asked asked, Function<Asked, Page<T>> list) {
        Asked most = asked.most(Asked.MOST);
        return Stream.iterate(
                        list.apply(most),
                        Objects::nonNull,
                        page -> page.next() == null ? null : list.apply(most.after(page.next())))
                .flatMap(page -> page.items().stream());
    }
}
