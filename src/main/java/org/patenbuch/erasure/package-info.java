/** Decides when a person is forgotten: asked for, held by a duty to keep, done by itself on its day. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "privacy",
            "access",
            "forms",
            "web",
            "sponsor",
            "household",
            "sponsorship",
            "timesheet"
        })
package org.patenbuch.erasure;

import org.springframework.modulith.ApplicationModule;
