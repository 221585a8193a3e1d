/**
 * Runs the desk where people work: every list, every single entry and every form, each described in a few lines.
 *
 * <p>A list is a bean {@link org.patenbuch.desk.Listed}: which question it asks, its columns, its filters. A form is a
 * bean {@link org.patenbuch.desk.Action}: it names an address of the API, and its fields are those of that address; what
 * is typed goes the same way as what a program sends. Names of fields and columns stand in the message files under
 * {@code field.}, values under {@code journal.value.}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "eventstore",
            "projections",
            "access",
            "forms",
            "web",
            "print",
            "audit",
            "funding",
            "engagement",
            "partner",
            "pledge",
            "fund",
            "sponsor",
            "household",
            "sponsorship",
            "timesheet"
        })
package org.patenbuch.desk;

import org.springframework.modulith.ApplicationModule;
