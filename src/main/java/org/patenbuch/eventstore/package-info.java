/** Runs the journal: stores events, sends commands exactly once, reads no further than what can no longer change. */
@ApplicationModule(allowedDependencies = {"kernel", "privacy"})
package org.patenbuch.eventstore;

import org.springframework.modulith.ApplicationModule;
