package org.patenbuch.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever looks after users or money logs in with a second step: until it is set up, every page of a partnership leads
 * there, and programs are refused. Whoever comes from an issuer has taken all steps there. Not in the demonstration, which has one password for all.
 */
@Configuration(proxyBeanMethods = false)
class SecondFactorRule implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<Role> BOUND = Set.of(Role.ADMIN, Role.FINANCE);

    private final SecondFactors factors;
    private final Users users;
    private final IssuerPeople issuerPeople;
    private final boolean required;

    SecondFactorRule(
            SecondFactors factors,
            Users users,
            IssuerPeople issuerPeople,
            @Value("${patenbuch.second-factor}") String setting,
            Environment environment) {
        this.factors = factors;
        this.users = users;
        this.issuerPeople = issuerPeople;
        this.required = !setting.equals("optional") && !environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/account/second-factor/**", "/error", "/help", "/login/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!required || !lacks(request)) return true;
        if (Problems.isForPrograms(request)) throw new AccessDeniedException("second factor is missing");
        response.sendRedirect("/account/second-factor");
        return false;
    }

    /** By the roles in this partnership; on the account page, where tokens are made, by those anywhere. */
    private boolean lacks(HttpServletRequest request) {
        Optional<Who> who = PartnershipGate.passed(request);
        if (who.isPresent()) {
            return who.get().roles().stream().anyMatch(BOUND::contains)
                    && !hasTaken(who.get().userId());
        }
        Principal someone = request.getUserPrincipal();
        if (someone == null || !request.getRequestURI().startsWith("/account")) return false;
        String userId = SignedIn.of(someone).userId();
        return users.looksAfterUsersOrMoney(userId) && !hasTaken(userId);
    }

    private boolean hasTaken(String userId) {
        return factors.has(userId) || issuerPeople.has(userId);
    }
}
