package org.patenbuch.timesheet;

/** How an entry stands. What is withdrawn counts nowhere; only what is approved can be claimed. */
public enum Status {
    LOGGED,
    RETURNED,
    APPROVED,
    WITHDRAWN
}
