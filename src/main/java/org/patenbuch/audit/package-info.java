/** Shows why a figure is what it is: the journal itself, where money and hours came from, what changed and by what. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "evidence",
            "access",
            "projections",
            "forms",
            "web",
            "print",
            "privacy",
            "funding",
            "engagement"
        })
package org.patenbuch.audit;

import org.springframework.modulith.ApplicationModule;
