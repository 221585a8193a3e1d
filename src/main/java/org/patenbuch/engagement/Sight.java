package org.patenbuch.engagement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Who;
import org.springframework.security.access.AccessDeniedException;

/**
 * How much of people and hours someone may see.
 *
 * @param householdTexts names of households and notes about them
 * @param convictions whether a certificate listed a conviction: for coordinators only (§ 72a (5) SGB VIII)
 * @param onlySponsor the one sponsor whose entries may be seen; null for all
 */
public record Sight(
        boolean householdTexts,
        boolean convictions,
        @Nullable String onlySponsor) {
    public static final Sight EVERYTHING = new Sight(true, true, null);

    /** @throws AccessDeniedException if this person may not ask it at all */
    public static Sight of(Who who, Question question) {
        Permissions.requireAsk(who, question);
        Set<Scope> scopes = Permissions.scopes(who.roles(), question);
        if (scopes.contains(Scope.ALL)) {
            return EVERYTHING;
        } else if (scopes.contains(Scope.NO_HOUSEHOLD_TEXT)) {
            return new Sight(false, false, null);
        } else if (scopes.contains(Scope.OWN_PERSON) && who.sponsorId() != null) {
            return new Sight(true, false, who.sponsorId());
        }
        throw new AccessDeniedException("may see nothing of " + question);
    }

    /** Whether what belongs to this sponsor may be seen. */
    boolean of(String sponsorId) {
        return onlySponsor == null || onlySponsor.equals(sponsorId);
    }

    /** For what belongs to no single sponsor. */
    public void requireAll() {
        if (onlySponsor != null) {
            throw new AccessDeniedException("may see own entries only");
        }
    }
}
