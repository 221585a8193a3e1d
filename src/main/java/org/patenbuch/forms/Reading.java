package org.patenbuch.forms;

import java.util.List;
import java.util.function.Function;

/** What a piece of text or JSON was understood as: one value, or one reason why not. Never a guess between two. */
public sealed interface Reading<T> {
    record Understood<T>(T value) implements Reading<T> {}

    /**
     * @param code stands in the message files with a sentence that says what to write instead
     * @param arguments for that sentence, as {@link FieldProblem#arguments}
     */
    record Misread<T>(String code, List<Object> arguments) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Understood<>(value);
    }

    static <T> Reading<T> misread(String code, Object... arguments) {
        return new Misread<>(code, List.of(arguments));
    }

    /** The same reading with its value seen otherwise. */
    default <U> Reading<U> as(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Understood<T> right -> new Understood<>(change.apply(right.value()));
            case Misread<T> wrong -> new Misread<>(wrong.code(), wrong.arguments());
        };
    }
}
