package org.patenbuch.engagement;

import java.util.List;
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
        @Nullable Integer trainingHours,
        List<String> languages,
        List<String> districts) {
    SponsorRow with(Standing next) {
        return new SponsorRow(id, name, kind, next, trainingHours, languages, districts);
    }

    SponsorRow described(List<String> speaks, List<String> goesTo) {
        return new SponsorRow(id, name, kind, standing, trainingHours, speaks, goesTo);
    }

    SponsorRow trained(Standing next, @Nullable Integer hours) {
        return new SponsorRow(id, name, kind, next, hours, languages, districts);
    }
}
