package org.patenbuch.access;

import jakarta.servlet.DispatcherType;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Two doors: one for programs, without a session; one for people, with one. What neither names stays shut. */
@Configuration(proxyBeanMethods = false)
class SecuritySetup {
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            PartnershipGate gate,
            Users users,
            Tokens tokens,
            TurnedAway turnedAway,
            Optional<IssuerTokens> issuerTokens) {
        issuerTokens.ifPresent(issuer -> http.oauth2ResourceServer(issuer::acceptedBy));
        return http.securityMatcher("/api/**", "/v3/**", "/actuator/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/api/v1/{partnership}/**")
                        .access(gate)
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                        .access(administrators(users))
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new TokenFilter(tokens, turnedAway), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(turnedAway))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // No cookie counts here, so no other site can act in someone's name
                .csrf(AbstractHttpConfigurer::disable)
                .headers(SecuritySetup::strict)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            PartnershipGate gate,
            TurnedAway turnedAway,
            AfterLogin afterLogin,
            SessionLimit limit,
            SessionRegistry sessions) {
        HttpSessionRequestCache comeBackTo = new HttpSessionRequestCache();
        comeBackTo.setMatchingRequestParameterName(null);
        // The end of a long answer comes by a second dispatch; who may have it was asked at its beginning
        return http.authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(
                                        "/login",
                                        "/login/code",
                                        OidcPages.GO,
                                        OidcPages.RETURN,
                                        "/setup",
                                        "/invitation/*",
                                        "/help/**",
                                        "/error",
                                        "/vendor/**",
                                        "/app/**",
                                        "/favicon.ico")
                                .permitAll()
                                .requestMatchers("/", "/account/**")
                                .authenticated()
                                .requestMatchers("/{partnership}/**")
                                .access(gate)
                                .anyRequest()
                                .denyAll())
                .addFilterBefore(limit, SecurityContextHolderFilter.class)
                .formLogin(form ->
                        form.loginPage("/login").successHandler(afterLogin).failureHandler(afterLogin))
                .sessionManagement(open -> open.maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(
                                event -> turnedAway.sessionOver(event.getRequest(), event.getResponse())))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye").deleteCookies("patenbuch", "__Host-patenbuch"))
                .requestCache(cache -> cache.requestCache(comeBackTo))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(turnedAway))
                .headers(SecuritySetup::strict)
                .build();
    }

    /** Which sessions there are on this node, so that they can be listed and ended. */
    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionsThatEnd() {
        return new HttpSessionEventPublisher();
    }

    /** On its own machine only, a demonstration is still reachable by name from any web page: it answers to its own. */
    @Bean
    HttpFirewall firewall(Environment environment) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            firewall.setAllowedHostnames(Set.of("127.0.0.1", "localhost")::contains);
        }
        return firewall;
    }

    /** Requests are counted as a whole, each filter on their way is not: that took a twentieth of each answer's work. */
    @Bean
    SecurityObservationSettings observed() {
        return SecurityObservationSettings.withDefaults()
                .shouldObserveRequests(false)
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> administrators(Users users) {
        return (asker, asked) -> new AuthorizationDecision(asker.get() != null
                && asker.get().getPrincipal() instanceof SignedIn signedIn
                && users.administers(signedIn.userId()));
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
