package org.patenbuch.web;

import java.util.Set;
import java.util.function.Predicate;
import org.patenbuch.kernel.Role;

/**
 * One entry of the navigation; a module that has pages declares its own as a bean.
 *
 * @param group under which word it stands
 * @param key of its name in the message files
 * @param path below the partnership, empty for the start page, else {@code /partners}
 * @param order within its group; smaller stands further up
 * @param shown whether someone with these roles may see what it leads to
 */
public record NavEntry(Group group, String key, String path, int order, Predicate<Set<Role>> shown) {
    /** The few words of the navigation, in their order; what stands under none is reached at once. */
    public enum Group {
        START,
        MONEY,
        PEOPLE,
        CHECK,
        SETUP
    }
}
