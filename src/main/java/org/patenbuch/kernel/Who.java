package org.patenbuch.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person or program that asks, in the one partnership it asks about.
 *
 * @param userId opaque and stable, never a name: it stands in the metadata of events
 * @param roles what this person is in this partnership, at this moment; never empty
 * @param partnerId the partner a PARTNER speaks for, else null
 * @param sponsorId the sponsor a SPONSOR is, else null
 */
public record Who(
        String partnership,
        String userId,
        Set<Role> roles,
        @Nullable String partnerId,
        @Nullable String sponsorId) {
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
