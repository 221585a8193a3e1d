/** Decides which hours count: one timesheet per sponsor and month; logged, returned, corrected, approved, claimed once. */
@ApplicationModule(
        allowedDependencies = {"kernel", "eventstore", "partnership", "sponsorship", "forms", "web", "access"})
package org.patenbuch.timesheet;

import org.springframework.modulith.ApplicationModule;
