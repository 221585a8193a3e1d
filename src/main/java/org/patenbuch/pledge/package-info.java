/** Decides what was promised: pledges, their instalments, amendments and withdrawals. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "partnership", "forms", "web"})
package org.patenbuch.pledge;

import org.springframework.modulith.ApplicationModule;
