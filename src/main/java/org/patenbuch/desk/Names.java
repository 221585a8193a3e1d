package org.patenbuch.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields hold the id of an entry of which list. */
final class Names {
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("partnerId", "partners"),
            Map.entry("referredBy", "partners"),
            Map.entry("funder", "partners"),
            Map.entry("fundId", "funds"),
            Map.entry("toFundId", "funds"),
            Map.entry("pledgeId", "pledges"),
            Map.entry("sponsorId", "sponsors"),
            Map.entry("householdId", "households"),
            Map.entry("sponsorshipId", "sponsorships"),
            Map.entry("meetingId", "meetings"),
            Map.entry("demandId", "demands"));

    private Names() {}

    /** Null if the field holds no id. */
    static @Nullable String listOf(String field) {
        return LISTS.get(field);
    }
}
