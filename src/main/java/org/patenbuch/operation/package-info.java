/** Runs what an operator needs: backup and restore, the check that nothing guards the journal less than it should, health. */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "eventstore", "forms", "privacy", "projections", "terminal"})
package org.patenbuch.operation;

import org.springframework.modulith.ApplicationModule;
