package org.patenbuch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says to programs, as {@code application/problem+json}, what went wrong. Also used where no controller is reached:
 * before login, for addresses the firewall turns away, for requests that are not even HTTP.
 */
@Component
public class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Sentences sentences;
    private final Language language;
    private final JsonMapper json;

    Problems(Sentences sentences, Language language, JsonMapper json) {
        this.sentences = sentences;
        this.language = language;
        this.json = json;
    }

    /** Whether the answer goes to a program and not to a person's browser; also after an error dispatch. */
    public static boolean isForPrograms(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = original instanceof String before ? before : request.getRequestURI();
        return path == null
                || path.startsWith("/api/")
                || path.equals("/api")
                || path.startsWith("/v3/")
                || path.startsWith("/actuator");
    }

    /** Answers with the status' own code and sentence. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        write(request, response, Refusal.of(status));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        refusal.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(refusal.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        byte[] body = json.writeValueAsBytes(problem(refusal, language.resolveLocale(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    Problem problem(Refusal refusal, Locale locale) {
        int status = refusal.status().value();
        HttpStatus known = HttpStatus.resolve(status);
        List<Problem.Error> errors = refusal.fields().stream()
                .map(field -> new Problem.Error(field.field(), field.code(), sentence(field, locale)))
                .toList();
        return new Problem(
                "urn:patenbuch:problem:" + refusal.code(),
                known == null ? String.valueOf(status) : known.getReasonPhrase(),
                status,
                refusal.code(),
                sentence(refusal, locale),
                errors.isEmpty() ? null : errors);
    }

    private String sentence(Refusal refusal, Locale locale) {
        return sentences.sayOr(locale, refusal.key(), refusal.arguments(), "error.refused");
    }

    private String sentence(FieldProblem field, Locale locale) {
        return sentences.sayOr(locale, field.code(), field.arguments(), "error.unreadable");
    }

    /** What a person is told, who sees no list of fields: the first of them. */
    String toPerson(Refusal refusal, Locale locale) {
        return refusal.fields().isEmpty()
                ? sentence(refusal, locale)
                : sentence(refusal.fields().getFirst(), locale);
    }

    /** What an error dispatch is about: the exception if there was one, else the status somebody set. */
    Refusal dispatched(@Nullable Object thrown, int status) {
        if (thrown instanceof Throwable exception) return logged(Refusal.of(exception), exception);
        Refusal refusal = Refusal.of(HttpStatusCode.valueOf(status));
        return logged(refusal, new IllegalStateException("status " + status));
    }

    /**
     * Writes an unforeseen failure to the log under a reference that the answer names. Messages of exceptions are left
     * out: they may quote what somebody typed.
     */
    Refusal logged(Refusal refusal, Throwable thrown) {
        if (!refusal.code().equals("internal")) return refusal;
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Failed unexpectedly, reference {}: {}", reference, WithoutMessages.trace(thrown));
        return new Refusal(
                refusal.status(),
                refusal.code(),
                refusal.key(),
                List.of(reference),
                refusal.fields(),
                refusal.headers());
    }
}
