package org.patenbuch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.MaySend;
import org.patenbuch.eventstore.Safety;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.projections.Positions;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * What went wrong, as the one who asked is told it: a status, a code, a sentence. The only place that reads exceptions,
 * so that programs and people are told the same.
 *
 * @param key of the sentence in the message files
 * @param headers that belong to the status, such as {@code Allow} or {@code Retry-After}
 */
record Refusal(
        HttpStatusCode status,
        String code,
        String key,
        List<?> arguments,
        List<FieldProblem> fields,
        HttpHeaders headers) {
    private static final Map<Class<?>, HttpStatus> PLAIN = Map.of(
            NotFound.class, HttpStatus.NOT_FOUND,
            Positions.NotReadYet.class, HttpStatus.SERVICE_UNAVAILABLE,
            Ledger.Busy.class, HttpStatus.CONFLICT,
            MaySend.Forbidden.class, HttpStatus.FORBIDDEN,
            CannotCreateTransactionException.class, HttpStatus.SERVICE_UNAVAILABLE,
            TooLarge.class, HttpStatus.CONTENT_TOO_LARGE,
            MaxUploadSizeExceededException.class, HttpStatus.CONTENT_TOO_LARGE,
            RequestRejectedException.class, HttpStatus.BAD_REQUEST);
    private static final String RETRY_AFTER_SECONDS = "2";

    static Refusal of(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        if (causes.stream().anyMatch(TooLarge.class::isInstance)) return of(HttpStatus.CONTENT_TOO_LARGE);
        for (Throwable cause : causes) {
            Refusal known = known(cause);
            if (known != null) return known;
        }
        return of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    static Refusal of(HttpStatusCode status) {
        return of(status, new HttpHeaders());
    }

    /** The status in a word: also the key of an error page's title. */
    String word() {
        return word(status);
    }

    /** Whether the same may be let through a moment later: it lies with the server or with others, not with the asker. */
    boolean mayPass() {
        return status.is5xxServerError() || status.value() == 429 || code.equals("conflict");
    }

    private static Refusal of(HttpStatusCode status, HttpHeaders headers) {
        String code = word(status);
        List<?> arguments = code.equals("too-large") ? BodyLimit.SAID : List.of();
        HttpHeaders all = new HttpHeaders(headers);
        if (status.value() == 503) all.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return new Refusal(status, code, "error." + code, arguments, List.of(), all);
    }

    private static @Nullable Refusal known(Throwable cause) {
        HttpStatus plain = PLAIN.get(cause.getClass());
        if (plain != null) return of(plain);
        return switch (cause) {
            case Rejected rejected -> byRule(rejected);
            case OnlyNow present -> onlyNow();
            case Misshapen misshapen -> wrongShape(misshapen.problems());
            case Unreadable unreadable -> unreadable(unreadable);
            case Safety.Unsafe unguarded -> notGuarded();
            case DataAccessResourceFailureException down -> of(HttpStatus.SERVICE_UNAVAILABLE);
            case AccessDeniedException denied -> of(HttpStatus.FORBIDDEN);
            case InvalidParameterException parameters -> of(HttpStatusCode.valueOf(parameters.getErrorCode()));
            case MethodArgumentTypeMismatchException mismatch -> wrongParameter(mismatch.getName(), "error.parameter");
            case MissingServletRequestParameterException missing ->
                wrongParameter(missing.getParameterName(), "error.parameter-missing");
            case HttpMessageNotReadableException body -> unreadable();
            case MultipartException upload -> unreadable();
            case ErrorResponse response -> of(response.getStatusCode(), response.getHeaders());
            default -> null;
        };
    }

    private static Refusal byRule(Rejected rejected) {
        HttpStatus status = rejected.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        String key = "rejected." + rejected.code();
        return new Refusal(status, rejected.code(), key, rejected.arguments(), List.of(), new HttpHeaders());
    }

    /** Until whoever runs the server has put it right. */
    private static Refusal notGuarded() {
        String code = "ledger.not-guarded";
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, code, "error." + code, List.of(), List.of(), new HttpHeaders());
    }

    private static Refusal onlyNow() {
        String code = "only-now";
        return new Refusal(HttpStatus.BAD_REQUEST, code, "error." + code, List.of(), List.of(), new HttpHeaders());
    }

    private static Refusal wrongShape(List<FieldProblem> problems) {
        String code = "form.invalid";
        return new Refusal(HttpStatus.BAD_REQUEST, code, code, List.of(), problems, new HttpHeaders());
    }

    private static Refusal wrongParameter(String name, String key) {
        return wrongShape(List.of(new FieldProblem(name, key, List.of(name))));
    }

    private static Refusal unreadable() {
        String code = "unreadable";
        return new Refusal(HttpStatus.BAD_REQUEST, code, "error." + code, List.of(), List.of(), new HttpHeaders());
    }

    private static Refusal unreadable(Unreadable refused) {
        return new Refusal(
                refused.status(), refused.code(), refused.code(), refused.arguments(), List.of(), new HttpHeaders());
    }

    private static String word(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 415 -> "media-type";
            case 422 -> "refused";
            case 429 -> "too-many";
            case 503 -> "not-ready";
            default -> status.is5xxServerError() ? "internal" : "bad-request";
        };
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
