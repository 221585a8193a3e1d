/** Decides what was talked about and what follows of it: meetings, demands, commitments, recognition of sponsors. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "partnership", "forms", "web"})
package org.patenbuch.dialogue;

import org.springframework.modulith.ApplicationModule;
