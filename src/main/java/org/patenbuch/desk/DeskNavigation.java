package org.patenbuch.desk;

import java.util.Comparator;
import java.util.List;
import org.patenbuch.access.Permissions;
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
                                "list." + list.name(),
                                "/" + list.name(),
                                list.order(),
                                roles -> Permissions.mayAsk(roles, list.question())))
                        .toList());
    }
}
