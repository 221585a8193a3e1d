package org.patenbuch.desk;

import java.util.Map;
import java.util.Set;

/** Where a list lies. Its address is so general that what lies beside partnerships has to be named. */
final class Place {
    static final String LIST =
            "/{partnership:(?!app$|vendor$|api$|v3$|actuator$|account$)[A-Za-z0-9._-]+}/{list:[a-z-]+}";

    /** Whose entries have pages that tell more than a list can: those of module {@code people}. */
    private static final Map<String, String> HOMES = Map.of(
            "sponsors", "people/sponsors",
            "households", "people/households",
            "sponsorships", "people/sponsorships");

    /** Their entries have pages there, the list stands at the desk. */
    private static final Set<String> WITHOUT_A_LIST = Set.of("sponsorships");

    private Place() {}

    /** Where all of its entries stand. */
    static String listOf(String list) {
        return WITHOUT_A_LIST.contains(list) ? list : home(list);
    }

    /** Where one comes from, and back to, when an entry of this list is worked on. */
    static String home(String list) {
        return HOMES.getOrDefault(list, list);
    }
}
