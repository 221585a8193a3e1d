package org.patenbuch.projections;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
        @Nullable @Min(1) @Max(Asked.MOST) Integer limit,
        @Nullable @Size(max = 500) String after,
        @Nullable String partnerId,
        @Nullable String fundId,
        @Nullable String sponsorId,
        @Nullable String householdId,
        @Nullable @Size(max = 40) String status,
        @Nullable @Size(max = 200) String q) {
    /** So many items a page may hold. */
    public static final int MOST = 500;

    private static final int DEFAULT_LIMIT = 50;

    /** A question about everything, as known now. */
    public static final Asked NOW =
            new Asked(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Whether it asks what was known at a named moment: then the answer must be the same for ever. */
    public boolean looksBack() {
        return atPosition != null || knownAt != null;
    }

    /** The same question about one partner. */
    public Asked ofPartner(String partner) {
        return with(same -> same.partnerId = partner);
    }

    /** The same question about one fund. */
    public Asked ofFund(String fund) {
        return with(same -> same.fundId = fund);
    }

    /** The same question about one sponsor. */
    public Asked ofSponsor(String sponsor) {
        return with(same -> same.sponsorId = sponsor);
    }

    /** The same question about one household. */
    public Asked ofHousehold(String household) {
        return with(same -> same.householdId = household);
    }

    /** About everything, as known at the same moment. */
    public Asked then() {
        return new Asked(null, null, atPosition, knownAt, minPosition, null, null, null, null, null, null, null, null);
    }

    /** The same question about a period. */
    public Asked during(@Nullable LocalDate first, @Nullable LocalDate last) {
        return with(same -> {
            same.from = first;
            same.to = last;
        });
    }

    /** The same question about what has this status. */
    public Asked having(@Nullable String wanted) {
        return with(same -> same.status = wanted);
    }

    /** The same question about what has this text in it. */
    public Asked searching(String text) {
        return with(same -> same.q = text);
    }

    /** The same question, about what was known at a position. */
    public Asked at(long position) {
        return with(same -> {
            same.atPosition = position;
            same.knownAt = null;
            same.minPosition = null;
        });
    }

    /** The same question, answered only when the view has read that far. */
    public Asked notBefore(long position) {
        return with(same -> same.minPosition = position);
    }

    /** The same question, for the page behind this {@link Cursor}. */
    public Asked after(@Nullable String cursor) {
        return with(same -> same.after = cursor);
    }

    /** The same question, with pages of so many items. */
    public Asked most(int items) {
        return with(same -> same.limit = items);
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

    /** The same question with something said otherwise. */
    private Asked with(Consumer<Draft> otherwise) {
        Draft draft = new Draft(this);
        otherwise.accept(draft);
        return draft.asked();
    }

    /** The parts of a question while one is made from another. */
    private static final class Draft {
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private @Nullable Long atPosition;
        private @Nullable String knownAt;
        private @Nullable Long minPosition;
        private @Nullable Integer limit;
        private @Nullable String after;
        private @Nullable String partnerId;
        private @Nullable String fundId;
        private @Nullable String sponsorId;
        private @Nullable String householdId;
        private @Nullable String status;
        private @Nullable String q;

        private Draft(Asked asked) {
            from = asked.from;
            to = asked.to;
            atPosition = asked.atPosition;
            knownAt = asked.knownAt;
            minPosition = asked.minPosition;
            limit = asked.limit;
            after = asked.after;
            partnerId = asked.partnerId;
            fundId = asked.fundId;
            sponsorId = asked.sponsorId;
            householdId = asked.householdId;
            status = asked.status;
            q = asked.q;
        }

        private Asked asked() {
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
                    q);
        }
    }
}
