/** Shows each partner what its money did, on one page and in print, with no person recognisable in it. */
@ApplicationModule(allowedDependencies = {"kernel", "projections", "access", "web", "print", "funding", "engagement"})
package org.patenbuch.impact;

import org.springframework.modulith.ApplicationModule;
