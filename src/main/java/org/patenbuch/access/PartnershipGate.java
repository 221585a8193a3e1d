package org.patenbuch.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.patenbuch.kernel.Who;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Stands before every address of a partnership: only who has a role there gets through, and is handed on as
 * {@link Who}. So a page or an endpoint that forgets to ask still shows nothing to strangers.
 */
@Component
class PartnershipGate implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision OPEN = new AuthorizationDecision(true);
    private static final AuthorizationDecision SHUT = new AuthorizationDecision(false);

    private final Users users;

    PartnershipGate(Users users) {
        this.users = users;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> asker, RequestAuthorizationContext asked) {
        if (!(asker.get() instanceof Authentication known && known.getPrincipal() instanceof SignedIn signedIn))
            return SHUT;
        Optional<Who> who = users.in(asked.getVariables().get("partnership"), signedIn.userId());
        who.ifPresent(found -> asked.getRequest().setAttribute(Who.class.getName(), found));
        return who.isPresent() ? OPEN : SHUT;
    }

    static Optional<Who> passed(HttpServletRequest request) {
        return Optional.ofNullable((Who) request.getAttribute(Who.class.getName()));
    }
}
