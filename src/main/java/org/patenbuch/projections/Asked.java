package org.patenbuch.projections;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;

/**
 * What a question may say beside its address: the period, the moment of knowledge, the page, the filters. A controller
 * method takes it as a parameter; whatever is wrong with it becomes a 400 that names every problem. Each question uses
 * what makes sense for it.
 *
 * @param from the first day of the period, {@code to} its last; null is without limit
 * @param atPosition what the ledger knew when it held no more than this position
 * @param knownAt what the ledger knew at this instant, or at the end of this day, as ISO text; not together with
 *     {@code atPosition}
 * @param minPosition wait until this position has been read
 * @param after where the page before ended, see {@link Cursor}
 */
public record Asked(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable @PositiveOrZero Long atPosition,
        @Nullable @Size(max = 40) String knownAt,
        @Nullable @PositiveOrZero Long minPosition,
        @Nullable @Min(1) @Max(500) Integer limit,
        @Nullable @Size(max = 500) String after,
        @Nullable String partnerId,
        @Nullable String fundId,
        @Nullable String sponsorId,
        @Nullable String householdId,
        @Nullable @Size(max = 40) String status,
        @Nullable @Size(max = 200) String q) {
    private static final int DEFAULT_LIMIT = 50;

    /** A question about everything, as known now. */
    public static final Asked NOW =
            new Asked(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Whether it asks what was known at a named moment: then the answer must be the same for ever. */
    public boolean looksBack() {
        return atPosition != null || knownAt != null;
    }

    /** The same question with as many items on a page. */
    public Asked withLimit(int items) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                items,
                after,
                partnerId,
                fundId,
                sponsorId,
                householdId,
                status,
                q);
    }

    /** The same question about one partner. */
    public Asked ofPartner(String partner) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                limit,
                after,
                partner,
                fundId,
                sponsorId,
                householdId,
                status,
                q);
    }

    /** The same question about one fund. */
    public Asked ofFund(String fund) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                limit,
                after,
                partnerId,
                fund,
                sponsorId,
                householdId,
                status,
                q);
    }

    /** The same question about one sponsor. */
    public Asked ofSponsor(String sponsor) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                limit,
                after,
                partnerId,
                fundId,
                sponsor,
                householdId,
                status,
                q);
    }

    /** The same question about one household. */
    public Asked ofHousehold(String household) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                limit,
                after,
                partnerId,
                fundId,
                sponsorId,
                household,
                status,
                q);
    }

    /** About everything, as known at the same moment. */
    public Asked then() {
        return new Asked(null, null, atPosition, knownAt, minPosition, null, null, null, null, null, null, null, null);
    }

    /** The same question about a period. */
    public Asked during(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Asked(
                first,
                last,
                atPosition,
                knownAt,
                minPosition,
                limit,
                after,
                partnerId,
                fundId,
                sponsorId,
                householdId,
                status,
                q);
    }

    /** The same question about what has this status. */
    public Asked having(@Nullable String wanted) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                limit,
                after,
                partnerId,
                fundId,
                sponsorId,
                householdId,
                wanted,
                q);
    }

    /** The same question about what has this text in it. */
    public Asked searching(String text) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                limit,
                after,
                partnerId,
                fundId,
                sponsorId,
                householdId,
                status,
                text);
    }

    /** The same question, about what was known at a position. */
    public Asked at(long position) {
        return new Asked(
                from, to, position, null, null, limit, after, partnerId, fundId, sponsorId, householdId, status, q);
    }

    /** The same question, answered only when the view has read that far. */
    public Asked notBefore(long position) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                position,
                limit,
                after,
                partnerId,
                fundId,
                sponsorId,
                householdId,
                status,
                q);
    }

    /** The same question, for the page behind this {@link Cursor}. */
    public Asked after(@Nullable String cursor) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                limit,
                cursor,
                partnerId,
                fundId,
                sponsorId,
                householdId,
                status,
                q);
    }

    /** The same question, with pages of so many items. */
    public Asked most(int items) {
        return new Asked(
                from,
                to,
                atPosition,
                knownAt,
                minPosition,
                items,
                after,
                partnerId,
                fundId,
                sponsorId,
                householdId,
                status,
                q);
    }

    /** The whole ledger's time where the period has no limit. */
    public LocalDate firstDay() {
        return from == null ? LocalDate.of(1, 1, 1) : from;
    }

    public LocalDate lastDay() {
        return to == null ? LocalDate.of(9999, 12, 31) : to;
    }

    /** How many items a page holds. */
    public int pageSize() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    @Nullable
    Instant instant() {
        return knownAt == null ? null : KnownAt.read(knownAt);
    }

    /** What no single field can tell. */
    static Bound<Asked> checked(Bound<Asked> bound) {
        Bound<Asked> checked = bound;
        for (FieldProblem problem :
                bound.value() == null ? List.<FieldProblem>of() : bound.value().problems()) {
            checked = checked.with(problem);
        }
        return checked;
    }

    /** What is wrong with the question as a whole. */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (firstDay().isAfter(lastDay())) {
            problems.add(FieldProblem.of("to", "form.ends-before-it-begins"));
        }
        if (knownAt != null && KnownAt.read(knownAt) == null) {
            problems.add(FieldProblem.of("knownAt", "form.not-an-instant"));
        }
        if (knownAt != null && atPosition != null) {
            problems.add(FieldProblem.of("knownAt", "form.one-of-two", "atPosition"));
        }
        return problems;
    }
}
