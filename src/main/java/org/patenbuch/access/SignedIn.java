package org.patenbuch.access;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who has logged in, as the session keeps it: no roles, for these are read with every request.
 *
 * @param userId opaque; see {@link org.patenbuch.kernel.Who}
 * @param getName the login, shown to the person itself only
 */
record SignedIn(String userId, String getName) implements Principal, Serializable {}
