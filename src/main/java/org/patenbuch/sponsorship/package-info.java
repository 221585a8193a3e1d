/** Decides who accompanies whom, for how long, in what scope: only sponsors who may, within their capacity. */
@ApplicationModule(
        allowedDependencies = {"kernel", "eventstore", "partnership", "sponsor", "household", "forms", "web"})
package org.patenbuch.sponsorship;

import org.springframework.modulith.ApplicationModule;
