package org.patenbuch.access;

import java.security.Principal;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Where someone who is logged in belongs; for the pages that stand before a partnership is chosen. */
@Component
public class Memberships {
    private final Users users;

    Memberships(Users users) {
        this.users = users;
    }

    /** The partnerships this person has any role in, by name; empty for someone who was disabled meanwhile. */
    public List<String> partnershipsOf(Principal someone) {
        return someone instanceof Authentication known && known.getPrincipal() instanceof SignedIn signedIn
                ? users.partnershipsOf(signedIn.userId())
                : List.of();
    }

    /** The address one begins at: of one's partnership, or the choice among several. */
    public String home(Principal someone) {
        List<String> partnerships = partnershipsOf(someone);
        return partnerships.size() == 1 ? "/" + partnerships.getFirst() : "/";
    }

    /** Takes away the log-in of a sponsor who is forgotten: its name may be the person's. */
    public void forgetSponsor(String partnership, String sponsorId) {
        users.forgetSponsor(partnership, sponsorId);
    }
}
