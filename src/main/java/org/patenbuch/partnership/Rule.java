package org.patenbuch.partnership;

/** A limit or rate that changes over time; a past decision is judged by the rule of its day. */
public enum Rule {
    /** For how long a seen certificate counts (five years by common agreement with youth offices). */
    CERTIFICATE_VALID_MONTHS(60, Unit.MONTHS),
    /** For how long a training counts; 0 for ever. */
    TRAINING_VALID_MONTHS(0, Unit.MONTHS),
    /** How many sponsorships a sponsor may carry at once. */
    SPONSOR_CAPACITY(3, Unit.SPONSORSHIPS),
    /** What an hour of volunteer work is worth, for a funder; 0 until a rule is set. */
    HOUR_VALUE_CENTS(0, Unit.CENTS),
    /** Whether (1) who entered or corrected hours may not approve them; 0 where one coordinator does both. */
    HOURS_FOUR_EYES(0, Unit.YES_NO),
    /** After how many hours a sponsor is thanked, and again after as many more; 0 for never. */
    RECOGNITION_HOURS(100, Unit.HOURS),
    /** How many months before a fund runs dry the coordinator is warned. */
    GAP_WARNING_MONTHS(6, Unit.MONTHS);

    /** What the value of a rule counts; 1 is yes, 0 is no. */
    public enum Unit {
        MONTHS,
        SPONSORSHIPS,
        HOURS,
        CENTS,
        YES_NO
    }

    private final long withoutRule;
    private final Unit unit;

    Rule(long withoutRule, Unit unit) {
        this.withoutRule = withoutRule;
        this.unit = unit;
    }

    /** What holds where no rule has been set. */
    public long withoutRule() {
        return withoutRule;
    }

    public Unit unit() {
        return unit;
    }
}
