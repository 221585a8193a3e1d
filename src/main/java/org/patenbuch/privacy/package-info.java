/** Runs the keys of persons: seals and opens personal text, and forgets a person by destroying a key. */
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
package org.patenbuch.privacy;

import org.springframework.modulith.ApplicationModule;
