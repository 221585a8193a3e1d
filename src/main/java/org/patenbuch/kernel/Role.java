package org.patenbuch.kernel;

/** What a person may be in one partnership; one person may be several. Who may do what stands in {@code access}. */
public enum Role {
    COORDINATOR,
    FINANCE,
    AUDITOR,
    PARTNER,
    SPONSOR,
    ADMIN
}
