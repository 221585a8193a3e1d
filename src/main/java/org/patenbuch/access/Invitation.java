package org.patenbuch.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;

/**
 * What one link gives, once.
 *
 * @param role null where it gives no role but a new password
 * @param userId for whom the new password is; null for a role
 */
record Invitation(
        String partnership,
        @Nullable Role role,
        @Nullable String partnerId,
        @Nullable String sponsorId,
        @Nullable String userId,
        Instant expiresAt) {
    public boolean isForPassword() {
        return userId != null;
    }
}
