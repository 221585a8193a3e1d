/** Decides what came in, what it is for and what was spent; each expense says which contributions paid it. */
@ApplicationModule(
        allowedDependencies = {"kernel", "eventstore", "privacy", "partnership", "pledge", "access", "forms", "web"})
package org.patenbuch.fund;

import org.springframework.modulith.ApplicationModule;
