package org.patenbuch.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Component;

/** All lists and all that can be entered, as far as someone's roles go. */
@Component
class Desk {
    /** More are not shown in a list to choose from, but suggested while someone types. */
    static final int MOST_OPTIONS = 500;

    private static final int MOST_SUGGESTED = 5_000;

    /** One entry to choose. */
    record Option(String id, String name) {}

    /** What a module lets people enter or do; a bean each. */
    record Actions(List<Action> all) {}

    private final List<Listed<?>> lists;
    private final List<Action> actions;
    private final Words words;

    Desk(List<Listed<?>> lists, List<Actions> actions, Words words) {
        this.words = words;
        this.lists =
                lists.stream().sorted(Comparator.comparingInt(Listed::order)).toList();
        this.actions = actions.stream().flatMap(some -> some.all().stream()).toList();
    }

    List<Listed<?>> lists() {
        return lists;
    }

    List<Action> actions() {
        return actions;
    }

    /** @throws NotFound if there is no such list */
    Listed<?> list(String name) {
        return lists.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there is no such action, 403 if it is not for this person */
    Action action(Who who, String list, String name) {
        Action action = actions.stream()
                .filter(one -> one.list().equals(list) && one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
        Permissions.requireSend(who, action.command());
        return action;
    }

    Optional<Action> entering(Who who, String list) {
        return offered(who, list).stream().filter(Action::isNew).findFirst();
    }

    List<Action> offered(Who who, String list) {
        return actions.stream()
                .filter(action -> action.list().equals(list))
                .filter(action -> Permissions.maySend(who.roles(), action.command()))
                .toList();
    }

    /** What may be done with an entry of this status. */
    List<Action> offered(Who who, String list, String status) {
        return offered(who, list).stream()
                .filter(action -> !action.isNew())
                .filter(action -> action.status() == null || action.status().equals(status))
                .toList();
    }

    /** The lists that can be narrowed to what belongs to an entry of this one. */
    List<Listed<?>> related(Who who, String list) {
        return lists.stream()
                .filter(other -> other.filters().contains(filterOf(list)))
                .filter(other -> other.seenBy(who.roles()))
                .toList();
    }

    /** {@code partners} are filtered for by {@code partnerId}. */
    static String filterOf(String list) {
        return list.substring(0, list.length() - 1) + "Id";
    }

    boolean knows(String list, String action) {
        return actions.stream()
                .anyMatch(one -> one.list().equals(list) && one.name().equals(action));
    }

    /** The entries of a list to choose from; null where this person may not see them, or they are too many. */
    @Nullable
    List<Option> options(Who who, String listName, Asked asked) {
        return options(who, list(listName), asked);
    }

    private <R> @Nullable List<Option> options(Who who, Listed<R> list, Asked asked) {
        if (!list.seenBy(who.roles())) return null;
        List<R> found = Page.everyItem(asked, page -> list.page().apply(who, page))
                .limit(MOST_SUGGESTED + 1)
                .toList();
        return found.size() > MOST_SUGGESTED ? null : options(list, found);
    }

    private <R> List<Option> options(Listed<R> list, List<R> entries) {
        return entries.stream()
                .map(entry -> new Option(list.id().apply(entry), label(list, entry)))
                .sorted(Comparator.comparing(Option::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** An entry without a name is known by what its list shows first. */
    private <R> String label(Listed<R> list, R entry) {
        String id = list.id().apply(entry);
        String name = list.named().apply(entry);
        if (!name.equals(id)) return name + " (" + id + ")";
        String known = list.columns().stream()
                .filter(column -> column.listed() && !column.key().equals("id"))
                .filter(column -> column.value().apply(entry) != null)
                .limit(2)
                .map(column -> words.value(column.kind(), column.value().apply(entry)))
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? id : id + ": " + known;
    }
}
