package org.patenbuch.partnership;

/** A limit or rate that changes over time; a past decision is judged by the rule of its day. */
public enum Rule {
    /** For how long a seen certificate counts (five years by common agreement with youth offices). */
    CERTIFICATE_VALID_MONTHS(60),
    /** For how long a training counts; 0 for ever. */
    TRAINING_VALID_MONTHS(0),
    /** How many sponsorships a sponsor may carry at once. */
    SPONSOR_CAPACITY(3),
    /** What an hour of volunteer work is worth, for a funder; 0 until a rule is set. */
    HOUR_VALUE_CENTS(0),
    /** Whether (1) who entered or corrected hours may not approve them; 0 where one coordinator does both. */
    HOURS_FOUR_EYES(0),
    /** After how many hours a sponsor is thanked, and again after as many more; 0 for never. */
    RECOGNITION_HOURS(100),
    /** How many months before a fund runs dry the coordinator is warned. */
    GAP_WARNING_MONTHS(6);

    private final long withoutRule;

    Rule(long withoutRule) {
        this.withoutRule = withoutRule;
    }

    /** What holds where no rule has been set. */
    public long withoutRule() {
        return withoutRule;
    }
}
