/** Shows the journal itself: every event of a partnership, in order, as it was stored. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "evidence", "access", "projections", "forms", "web"})
package org.patenbuch.audit;

import org.springframework.modulith.ApplicationModule;
