/** Runs the PostgreSQL the ledger lives in when no other one is named: a real cluster in the data folder. */
@ApplicationModule(allowedDependencies = {})
package org.patenbuch.database;

import org.springframework.modulith.ApplicationModule;
