/** Runs the command line: the same jar, without a web server, on the database of a running Patenbuch or on its own. */
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package org.patenbuch.terminal;

import org.springframework.modulith.ApplicationModule;
