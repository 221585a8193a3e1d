/** Shows the money as plain-text accounting, so that programs that are not ours add it up again. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "fund",
            "funding",
            "access",
            "terminal",
            "forms",
            "print"
        })
package org.patenbuch.accounts;

import org.springframework.modulith.ApplicationModule;
