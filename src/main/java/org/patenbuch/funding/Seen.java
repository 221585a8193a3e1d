package org.patenbuch.funding;

import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Who;
import org.springframework.security.access.AccessDeniedException;

/** How much of the money someone may see. */
public final class Seen {
    private Seen() {}

    /** What belongs to no partner is for those who may see all. */
    public static void requireAll(Who who, Question question) {
        if (onlyPartner(who, question) != null) {
            throw new AccessDeniedException("may not ask all of " + question);
        }
    }

    /** @return the one partner this person may see; null where it may see all */
    public static @Nullable String onlyPartner(Who who, Question question) {
        Permissions.requireAsk(who, question);
        var scopes = Permissions.scopes(who.roles(), question);
        if (Scope.whole(scopes)) {
            return null;
        }
        if (who.partnerId() == null) {
            throw new AccessDeniedException("speaks for no partner");
        }
        return who.partnerId();
    }
}
