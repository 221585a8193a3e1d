/** Decides who is a partner, in which role. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "forms", "web"})
package org.patenbuch.partner;

import org.springframework.modulith.ApplicationModule;
