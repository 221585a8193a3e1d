/** Runs the making of PDFs that anyone can read, keep and check: PDF/A-3a and PDF/UA-1, the same bytes every time. */
@ApplicationModule(allowedDependencies = {"web"})
package org.patenbuch.print;

import org.springframework.modulith.ApplicationModule;
