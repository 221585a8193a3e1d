package org.patenbuch.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NavGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every list in the navigation, under money or people. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

    @Bean
    static NavGroup moneyLists(List<Listed<?>> lists) {
        return group("money", 100, lists);
    }

    @Bean
    static NavGroup peopleLists(List<Listed<?>> lists) {
        return group("people", 200, lists);
    }

    private static NavGroup group(String name, int order, List<Listed<?>> lists) {
        return new NavGroup(
                "nav.group." + name,
                order,
                lists.stream()
                        .filter(list -> list.group().equals(name))
                        .sorted(Comparator.comparingInt(Listed::order))
                        .map(list -> new NavEntry(
                                "list." + list.name(), "/" + list.name(), list.order(), roles -> shown(list, roles)))
                        .toList());
    }

    /** Who sees all money has the pages of module {@code money}. */
    private static boolean shown(Listed<?> list, Set<Role> roles) {
        boolean own = Permissions.scopes(roles, list.question()).equals(Set.of(Scope.OWN_PARTNER));
        return list.seenBy(roles) && (!list.group().equals("money") || own);
    }
}
