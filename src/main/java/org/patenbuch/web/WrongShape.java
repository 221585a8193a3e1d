package org.patenbuch.web;

import java.util.List;

/** What was sent could not be read as what it should be: answered with 400 and every problem at once. */
public final class WrongShape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public WrongShape(List<FieldProblem> problems) {
        super(
                problems.stream()
                        .map(problem -> problem.field() + ": " + problem.code())
                        .toList()
                        .toString(),
                null,
                false,
                false);
        this.problems = List.copyOf(problems);
    }

    List<FieldProblem> problems() {
        return problems;
    }
}
