package org.patenbuch.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two positions, figure by figure, with the events that explain it. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class DifferencesApi {
    private static final int KEPT = 100;

    private final Differences differences;

    DifferencesApi(Differences differences) {
        this.differences = differences;
    }

    /**
     * @param fromPosition the state before, or {@code fromKnownAt}; 0 where nothing is said
     * @param toPosition the state after, or {@code toKnownAt}; now where nothing is said
     * @param from the period, as in any question
     * @param limit how many events of each figure are told one by one
     */
    record Between(
            @Nullable @PositiveOrZero Long fromPosition,
            @Nullable @Size(max = 40) String fromKnownAt,
            @Nullable @PositiveOrZero Long toPosition,
            @Nullable @Size(max = 40) String toKnownAt,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable @PositiveOrZero Long minPosition,
            @Nullable @Min(1) @Max(500) Integer limit) {
        Asked before() {
            return asked(fromPosition == null && fromKnownAt == null ? Long.valueOf(0) : fromPosition, fromKnownAt);
        }

        Asked after() {
            return asked(toPosition, toKnownAt);
        }

        int kept() {
            return limit == null ? KEPT : limit;
        }

        private Asked asked(@Nullable Long position, @Nullable String knownAt) {
            Long wait = position == null ? minPosition : null;
            return new Asked(from, to, position, knownAt, wait, null, null, null, null, null, null, null, null);
        }

        /** What no single field can tell, and what would be wrong with either question by itself. */
        void check() {
            List<FieldProblem> problems = new ArrayList<>();
            before().problems().forEach(problem -> problems.add(named(problem, "from")));
            after().problems().stream()
                    .filter(problem -> problem.field().equals("knownAt"))
                    .forEach(problem -> problems.add(named(problem, "to")));
            if (!problems.isEmpty()) {
                throw new Misshapen(problems);
            }
        }

        private static FieldProblem named(FieldProblem problem, String state) {
            if (!problem.field().equals("knownAt")) {
                return problem;
            }
            return problem.code().equals("form.one-of-two")
                    ? FieldProblem.of(state + "KnownAt", problem.code(), state + "Position")
                    : FieldProblem.of(state + "KnownAt", problem.code());
        }
    }

    @GetMapping("/differences")
    Differences.Answer differences(Who who, @Shaped Bound<Between> asked) {
        Permissions.requireAsk(who, Question.DIFFERENCES);
        Between between = asked.orThrow();
        between.check();
        return differences.between(who.partnership(), between.before(), between.after(), between.kept());
    }
}
