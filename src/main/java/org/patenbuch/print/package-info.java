/**
 * Runs the making of documents that anyone can read, keep and check: PDF/A-3a and PDF/UA-1, the same bytes every time,
 * and by what the state they show is sealed.
 */
@ApplicationModule(allowedDependencies = {"web"})
package org.patenbuch.print;

import org.springframework.modulith.ApplicationModule;
