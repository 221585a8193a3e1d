package org.patenbuch.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;

/**
 * A list and the page of each of its entries, as a module describes it.
 *
 * @param name its address below the partnership, and its key in the message files: {@code list.<name>}
 * @param group of the navigation: {@code money}, {@code people}
 * @param question whoever may ask it sees the list; how much of it, {@code page} decides
 * @param filters names of what {@link Asked} takes, offered above the list
 * @param statuses the values of the filter {@code status}, if it has one
 * @param several entries to be named where others link to them; null for a list whose entries are called by their id
 * @param named what an entry is called where another one links to it
 */
public record Listed<R>(
        String name,
        String group,
        int order,
        Question question,
        BiFunction<Who, Asked, Page<R>> page,
        Finder<R> one,
        @Nullable Several<R> several,
        Function<R, String> id,
        Function<R, String> named,
        List<Column<R>> columns,
        List<String> filters,
        List<String> statuses) {
    private static final Set<String> OF_NOBODY = Set.of("partners", "funds", "expenses", "households");

    /** Asks for one entry by its id. */
    @FunctionalInterface
    public interface Finder<R> {
        Optional<One<R>> ask(Who who, String id, Asked asked);
    }

    /** Asks for those of these entries that there are and that this person may see. */
    @FunctionalInterface
    public interface Several<R> {
        List<R> ask(Who who, Collection<String> ids, Asked asked);
    }

    /** What entries are called, by their id. */
    Map<String, String> names(Who who, Collection<String> ids, Asked asked) {
        return several == null || ids.isEmpty()
                ? Map.of()
                : several.ask(who, ids, asked).stream().collect(Collectors.toMap(id, named));
    }

    /** The columns' values of one entry, in their order. */
    List<@Nullable Object> values(R entry) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(column.value().apply(entry)));
        return values;
    }

    /**
     * Whether someone with these roles is answered. What belongs to no single partner or sponsor is not for those who
     * see only their own.
     */
    boolean seenBy(Set<Role> roles) {
        return wholeFor(roles) || !Permissions.scopes(roles, question).isEmpty() && !OF_NOBODY.contains(name);
    }

    /** Whether someone with these roles is answered for all, and not for one's own only. */
    boolean wholeFor(Set<Role> roles) {
        return Scope.whole(Permissions.scopes(roles, question));
    }
}
