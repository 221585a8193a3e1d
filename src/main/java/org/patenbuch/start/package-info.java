/** Shows what one sees first: both views of one year, as far as one's roles go. */
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "projections", "funding", "engagement"})
package org.patenbuch.start;

import org.springframework.modulith.ApplicationModule;
