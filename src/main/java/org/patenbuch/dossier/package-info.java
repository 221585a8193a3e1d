/** Shows what is kept about one person and for how long: everything there is, the consents, the plan of what goes when. */
@ApplicationModule(
        allowedDependencies = {"kernel", "eventstore", "privacy", "erasure", "audit", "access", "forms", "web", "print"
        })
package org.patenbuch.dossier;

import org.springframework.modulith.ApplicationModule;
