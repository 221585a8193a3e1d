package org.patenbuch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a controller throws into an answer: a problem for programs, a page for people, the same words. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // after the forms' own answer to wrong shapes
class Answers {
    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception exception, HttpServletRequest request, Locale locale) {
        Refusal refusal = problems.logged(Refusal.of(exception), exception);
        if (!Problems.isForPrograms(request))
            return ErrorPages.page(refusal, problems.toPerson(refusal, locale), request);
        return ResponseEntity.status(refusal.status())
                .headers(refusal.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(refusal, locale));
    }

    /** The asker has hung up: there is nobody to answer. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void nobodyListens(HttpServletResponse answered) {} // asked for, it counts as answered: no page is looked for
}
