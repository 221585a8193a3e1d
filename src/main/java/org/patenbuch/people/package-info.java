/** Shows people at work: the sponsor's own page for a phone, the coordinator's year, and what is printed of both. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "access",
            "forms",
            "web",
            "print",
            "audit",
            "partnership",
            "sponsor",
            "household",
            "sponsorship",
            "timesheet",
            "dialogue",
            "engagement",
            "funding"
        })
package org.patenbuch.people;

import org.springframework.modulith.ApplicationModule;
