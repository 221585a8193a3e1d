/** Runs the proof that the journal is whole: numbers every entry, seals them in a signed tree, and checks it offline. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "funding",
            "engagement",
            "access",
            "forms",
            "web",
            "print",
            "vault",
            "terminal"
        })
package org.patenbuch.evidence;

import org.springframework.modulith.ApplicationModule;
