package org.patenbuch.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Makes a sentence a person can act on from a code and its arguments, in German or English. */
@Component
public class Sentences {
    private final MessageSource messages;

    public Sentences(MessageSource messages) {
        this.messages = messages;
    }

    public String of(FieldProblem problem, Locale language) {
        String sentence = of(problem.code(), problem.arguments(), language);
        boolean line = !problem.at().equals(problem.field());
        return line ? of("form.line", List.of(problem.number(), sentence), language) : sentence;
    }

    /** @param arguments as in {@link FieldProblem#arguments}; a code without a sentence is told as {@code form.invalid} */
    public String of(String code, List<?> arguments, Locale language) {
        return sayOr(language, code, arguments, "form.invalid");
    }

    /** @param otherwise the code of the sentence for a code that has none of its own */
    public String sayOr(Locale language, String code, List<?> arguments, String otherwise) {
        Object[] words =
                arguments.stream().map(argument -> word(argument, language)).toArray();
        String sentence = messages.getMessage(code, words, null, language);
        return sentence == null ? messages.getMessage(otherwise, null, language) : sentence;
    }

    private String word(Object argument, Locale language) {
        return switch (argument) {
            case Long cents -> AmountText.write(cents, language) + " €";
            case LocalDate day -> DayText.write(day, language);
            case MessageSourceResolvable named -> messages.getMessage(named, language);
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> argument.toString();
        };
    }
}
