/** Decides who may accompany: the path of a sponsor from registration over training and certificate to departure. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "privacy", "partnership", "forms", "web"})
package org.patenbuch.sponsor;

import org.springframework.modulith.ApplicationModule;
