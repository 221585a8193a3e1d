/** Runs the edge towards people and programs: language, figures, the frame of every page, the answer to a mistake. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "projections", "forms"})
package org.patenbuch.web;

import org.springframework.modulith.ApplicationModule;
