/** Shows the money on screen, from pledge to voucher, and takes entries about it. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "access",
            "forms",
            "web",
            "audit",
            "partnership",
            "partner",
            "pledge",
            "fund",
            "bank",
            "funding",
            "matching"
        })
package org.patenbuch.money;

import org.springframework.modulith.ApplicationModule;
