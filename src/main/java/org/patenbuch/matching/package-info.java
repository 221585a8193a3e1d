/** Shows which bookings of the bank are still open, and what each of them most likely is. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "privacy",
            "access",
            "web",
            "bank",
            "fund",
            "pledge",
            "partner",
            "funding"
        })
package org.patenbuch.matching;

import org.springframework.modulith.ApplicationModule;
