/** Decides what is on record about the record: which reports were frozen, which entries an auditor has checked. */
@ApplicationModule(allowedDependencies = {"kernel", "eventstore", "access", "forms", "partnership", "web"})
package org.patenbuch.review;

import org.springframework.modulith.ApplicationModule;
