package org.patenbuch.access;

import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;

/**
 * One role of one person in one partnership.
 *
 * @param partnerId the partner a PARTNER speaks for, else null
 * @param sponsorId the sponsor a SPONSOR is, else null
 */
record Membership(
        String userId,
        String partnership,
        Role role,
        @Nullable String partnerId,
        @Nullable String sponsorId) {}
