/** Decides which bookings of the bank are known, and which contribution or expense each of them is. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "privacy", "fund", "forms", "access", "web"})
package org.patenbuch.bank;

import org.springframework.modulith.ApplicationModule;
