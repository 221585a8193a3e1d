/** Decides who belongs together: founds a partnership, locks its periods, dates its rules. */
@ApplicationModule(allowedDependencies = {"access", "kernel", "eventstore", "forms", "web"})
package org.patenbuch.partnership;

import org.springframework.modulith.ApplicationModule;
