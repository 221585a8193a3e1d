package org.patenbuch.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.RegisterSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Makes a session somebody's who has proved by another way than the form of the login page who it is. As there, the
 * session gets a new name, its forms a new token, and the list of sessions a new line.
 */
@Component
class LetIn {
    private final AfterLogin afterLogin;
    private final SessionAuthenticationStrategy anew;

    LetIn(AfterLogin afterLogin, SessionRegistry registry) {
        this.afterLogin = afterLogin;
        this.anew = new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()),
                new RegisterSessionAuthenticationStrategy(registry)));
    }

    void letIn(SignedIn someone, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(someone, null, List.of()));
        anew.onAuthentication(context.getAuthentication(), request, response);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        afterLogin.onAuthenticationSuccess(request, response, context.getAuthentication());
    }
}
