package org.patenbuch.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.patenbuch.web.NotSent;
import org.patenbuch.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * The answers given before a controller is reached. A partnership one does not belong to and one that does not exist
 * are told apart by nothing.
 */
@Component
class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Set<String> LOGGING_IN_OR_OUT = Set.of("/login", "/login/code", "/logout");

    private final Problems problems;

    TurnedAway(Problems problems) {
        this.problems = problems;
    }

    /** A program without a login, or with a wrong one. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof Attempts.TooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Attempts.WINDOW.toSeconds()));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS);
            return;
        }
        if (why instanceof Issuer.Away) {
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        if (why instanceof OAuth2AuthenticationException) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""); // RFC 6750, section 3
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Patenbuch\", charset=\"UTF-8\"");
        problems.write(request, response, HttpStatus.UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean hasRole = PartnershipGate.passed(request).isPresent();
        boolean ofNoPartnership = !request.getRequestURI().startsWith("/api/") && Problems.isForPrograms(request);
        if (why instanceof CsrfException) {
            sessionOver(request, response);
        } else if (hasRole || ofNoPartnership) {
            answer(request, response, HttpStatus.FORBIDDEN);
        } else {
            answer(request, response, HttpStatus.NOT_FOUND);
        }
    }

    /** Whose session is over or a former one: a page is shown after the log-in, a form is given back. */
    void sessionOver(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // The login page lay open until its session had ended: nothing is wrong, it only has to be shown again
        boolean again = !request.getMethod().equals("POST") || LOGGING_IN_OR_OUT.contains(request.getRequestURI());
        if (again) response.sendRedirect("/login?expired");
        else NotSent.answer(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        boolean known = METHODS.contains(request.getMethod());
        if (!known) response.setHeader(HttpHeaders.ALLOW, "GET, POST");
        answer(request, response, known ? HttpStatus.BAD_REQUEST : HttpStatus.METHOD_NOT_ALLOWED);
    }

    /** A token that may only ask, sent along with a command. */
    void onlyAsks(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, HttpStatus.FORBIDDEN);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        if (Problems.isForPrograms(request)) problems.write(request, response, status);
        else response.sendError(status.value());
    }
}
