/** Shows the money: what was promised, what came in, what was spent, what is left. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "privacy",
            "erasure",
            "projections",
            "partner",
            "partnership",
            "fund",
            "pledge",
            "access",
            "web"
        })
package org.patenbuch.funding;

import org.springframework.modulith.ApplicationModule;
