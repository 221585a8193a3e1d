package org.patenbuch.access;

import java.io.Serializable;
import java.security.Principal;
import org.patenbuch.web.NotFound;
import org.springframework.security.core.Authentication;

/**
 * Who has logged in, as the session keeps it: no roles, for these are read with every request.
 *
 * @param userId opaque; see {@link org.patenbuch.kernel.Who}
 * @param getName the login, shown to the person itself only
 */
record SignedIn(String userId, String getName) implements Principal, Serializable {
    /** @throws NotFound if it is nobody who logged in here */
    static SignedIn of(Principal someone) {
        if (someone instanceof Authentication known && known.getPrincipal() instanceof SignedIn signedIn) {
            return signedIn;
        }
        throw new NotFound();
    }
}
