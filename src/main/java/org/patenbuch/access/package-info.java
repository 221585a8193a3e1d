/** Runs users, roles and login: who may send which command and ask which question in which partnership. */
@ApplicationModule(allowedDependencies = {"kernel", "web", "eventstore", "database", "privacy"})
package org.patenbuch.access;

import org.springframework.modulith.ApplicationModule;
