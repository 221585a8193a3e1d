/** Runs the news of open pages: tells each, within a second or two, that the views know something new. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "projections", "web"})
package org.patenbuch.live;

import org.springframework.modulith.ApplicationModule;
