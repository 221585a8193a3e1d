/** Shows the people and the hours: who accompanies whom, how much time they gave, what was agreed. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "privacy",
            "erasure",
            "access",
            "forms",
            "web",
            "partnership",
            "sponsor",
            "household",
            "sponsorship",
            "timesheet",
            "dialogue"
        })
package org.patenbuch.engagement;

import org.springframework.modulith.ApplicationModule;
