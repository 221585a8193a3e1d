package org.patenbuch.engagement;

import org.jspecify.annotations.Nullable;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsor.Standing;

/**
 * A sponsor as stored.
 *
 * @param name sealed; null once the sponsor is forgotten
 * @param trainingHours of the last training
 */
record SponsorRow(
        String id,
        @Nullable String name,
        Kind kind,
        Standing standing,
        @Nullable Integer trainingHours) {
    SponsorRow with(Standing next) {
        return new SponsorRow(id, name, kind, next, trainingHours);
    }

    SponsorRow trained(Standing next, @Nullable Integer hours) {
        return new SponsorRow(id, name, kind, next, hours);
    }
}
