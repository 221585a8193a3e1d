package org.patenbuch.desk;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields hold the id of an entry of which list. */
final class Names {
    private static final Map<String, String> LISTS = Map.of(
            "partnerId", "partners",
            "referredBy", "partners",
            "funder", "partners",
            "fundId", "funds",
            "toFundId", "funds",
            "pledgeId", "pledges",
            "sponsorId", "sponsors",
            "householdId", "households",
            "sponsorshipId", "sponsorships");

    private Names() {}

    /** Null if the field holds no id. */
    static @Nullable String listOf(String field) {
        return LISTS.get(field);
    }

    static Set<String> fields() {
        return LISTS.keySet();
    }
}
