package org.patenbuch.access;

/** What can be asked of a partnership; {@link Permissions} says who may ask it. */
public enum Question {
    /** The funding view: totals, by partner, by fund, by month. */
    FUNDING,
    /** The engagement view with the hours of each sponsor by name. */
    ENGAGEMENT,
    /** The engagement view's totals, months and activities: no person in it. */
    ENGAGEMENT_SUMS,
    PARTNERS,
    /** Funds, pledges, contributions, expenses. */
    MONEY_LISTS,
    /** Sponsors, households, sponsorships. */
    PEOPLE_LISTS,
    /** Hours entries and timesheets. */
    HOURS,
    /** Meetings, demands, recognitions. */
    DIALOGUE,
    /** Everything about one person, the consents, and when whose data go. */
    PERSONS,
    EVENTS,
    TRACE,
    DIFFERENCES,
    /** Checkpoints, their key and the proofs between them: they show no fact. */
    CHECKPOINTS,
    /** Evidence packs and proofs of single entries. */
    EVIDENCE,
    EXPORTS,
    /** The description of the API; of no partnership. */
    OPENAPI,
    /** Metrics, rebuilds, users, settings; no domain data. */
    OPERATION
}
