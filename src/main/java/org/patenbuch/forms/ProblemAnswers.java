package org.patenbuch.forms;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers programs about what cannot be read or has the wrong shape, as RFC 9457 problem with a code and every field's
 * mistake. Who asked for a page is answered with one, elsewhere.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers {
    private final Sentences sentences;

    ProblemAnswers(Sentences sentences) {
        this.sentences = sentences;
    }

    /** One entry of the problem's {@code errors}. */
    record Mistake(String field, String code, String detail) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> misshapen(Misshapen refused, Locale language) {
        List<Mistake> errors = refused.problems().stream()
                .map(problem -> new Mistake(problem.field(), problem.code(), sentences.of(problem, language)))
                .toList();
        ProblemDetail problem =
                problem(HttpStatus.BAD_REQUEST, "form.invalid.title", "form.invalid", List.of(), language);
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(Unreadable refused, Locale language) {
        String title = refused.tooLarge() ? "form.too-large.title" : "form.unreadable.title";
        return answer(problem(refused.status(), title, refused.code(), refused.arguments(), language));
    }

    private ProblemDetail problem(
            HttpStatus status, String title, String code, List<Object> arguments, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentences.of(code, arguments, language));
        problem.setType(URI.create("urn:patenbuch:problem:" + code));
        problem.setTitle(sentences.of(title, List.of(), language));
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
