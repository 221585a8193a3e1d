/** Decides who is accompanied: takes a household in under a pseudonym, with its consent, and closes it. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "partnership", "forms", "web"})
package org.patenbuch.household;

import org.springframework.modulith.ApplicationModule;
