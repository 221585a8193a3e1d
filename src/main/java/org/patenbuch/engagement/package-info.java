/** Shows the people and the hours: who accompanies whom, and how much time they gave. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "privacy",
            "access",
            "forms",
            "web",
            "partnership",
            "sponsor",
            "household",
            "sponsorship",
            "timesheet"
        })
package org.patenbuch.engagement;

import org.springframework.modulith.ApplicationModule;
