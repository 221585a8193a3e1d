package org.patenbuch.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts on record who looked at the page of a household by those who see its name there, before it is given: on screen,
 * by a program, in the collection of all that is kept about it.
 */
@Component
class HouseholdReads implements HandlerInterceptor, WebMvcConfigurer {
    private static final List<String> PAGES = List.of(
            "/*/people/households/*",
            "/*/households/*",
            "/*/persons/household/**",
            "/api/v1/*/households/*",
            "/api/v1/*/persons/household/*");

    private static final String EMPTY_FORM = "/*/households/new";

    private final Accesses accesses;

    HouseholdReads(Accesses accesses) {
        this.accesses = accesses;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PAGES).excludePathPatterns(EMPTY_FORM);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET")
                && request.getAttribute(Who.class.getName()) instanceof Who who
                && who.roles().contains(Role.COORDINATOR)) {
            accesses.householdRead(who.partnership(), who.userId(), request.getRequestURI());
        }
        return true;
    }
}
