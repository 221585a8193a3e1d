/** Runs the asking of HashiCorp Vault or OpenBao, whose keys never lie on this machine. */
@ApplicationModule(allowedDependencies = {})
package org.patenbuch.vault;

import org.springframework.modulith.ApplicationModule;
