/** Runs the views: feeds them the journal in batches, knows how far each has read, and waits for it. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "forms", "terminal"})
package org.patenbuch.projections;

import org.springframework.modulith.ApplicationModule;
