package org.patenbuch.desk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NavGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists that stand nowhere else: everyone's of sponsorships and hours, and one's own of everything. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {
    private static final int AFTER_PEOPLE = 45;
    private static final Set<String> ONLY_HERE = Set.of("sponsorships", "hours");

    @Bean
    static NavGroup lists(List<Listed<?>> lists) {
        return new NavGroup(lists.stream()
                .map(list -> new NavEntry(
                        NavEntry.Group.valueOf(list.group().toUpperCase(Locale.ROOT)),
                        "list." + list.name(),
                        "/" + list.name(),
                        ONLY_HERE.contains(list.name()) ? AFTER_PEOPLE : list.order(),
                        roles -> shown(list, roles)))
                .toList());
    }

    /** Who sees all money or all people has the pages of modules {@code money} and {@code people}. */
    private static boolean shown(Listed<?> list, Set<Role> roles) {
        Set<Scope> scopes = Permissions.scopes(roles, list.question());
        boolean own = scopes.equals(Set.of(Scope.OWN_PARTNER)) || scopes.equals(Set.of(Scope.OWN_PERSON));
        return list.seenBy(roles) && (own || ONLY_HERE.contains(list.name()));
    }
}
