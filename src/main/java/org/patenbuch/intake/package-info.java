/**
 * Runs the import of files: reads tables as people keep them, checks every row before anything is written, and names
 * each bad one.
 *
 * <p>{@link org.patenbuch.intake.Import} checks, rehearses and records; what it reads with:
 *
 * <pre>{@code
 * try (ImportFiles files = ImportFiles.open(folderOrZip)) {          // Unreadable: no ZIP, no table, UTF-16 …
 *     ImportReport report = check.check(files, known);               // every bad row: file, line, column, value
 *     if (report.good()) {
 *         try (ImportRows rows = check.rows(files, known)) {         // typed rows, one at a time, by dependency
 *             rows.forEachRemaining(row -> …);
 *         }
 *     }
 * }
 * }</pre>
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "forms",
            "web",
            "access",
            "terminal",
            "projections",
            "partnership",
            "partner",
            "fund",
            "pledge",
            "sponsor",
            "household",
            "sponsorship",
            "timesheet"
        })
package org.patenbuch.intake;

import org.springframework.modulith.ApplicationModule;
