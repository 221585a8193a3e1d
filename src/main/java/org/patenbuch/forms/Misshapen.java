package org.patenbuch.forms;

import java.util.List;

/** What was sent has the wrong shape; every problem is named. Becomes 400 {@code form.invalid}. */
public final class Misshapen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public Misshapen(List<FieldProblem> problems) {
        super("form.invalid" + problems, null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
