package org.patenbuch.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/**
 * Lets a program in that sends a token of the issuer (a JWT) as bearer: as the person it is about, who is here what the
 * issuer said last. Personal tokens, known by how they begin, are {@link TokenFilter}'s.
 */
@Component
@Conditional(OidcSettings.Given.class)
class IssuerTokens {
    private final Issuer issuer;
    private final IssuerPeople people;
    private final TurnedAway turnedAway;
    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    IssuerTokens(Issuer issuer, IssuerPeople people, TurnedAway turnedAway) {
        this.issuer = issuer;
        this.people = people;
        this.turnedAway = turnedAway;
    }

    void acceptedBy(OAuth2ResourceServerConfigurer<HttpSecurity> door) {
        door.bearerTokenResolver(this::sent)
                .authenticationEntryPoint(turnedAway)
                .accessDeniedHandler(turnedAway)
                .jwt(jwt -> jwt.decoder(issuer::accessToken).jwtAuthenticationConverter(this::known));
    }

    private @Nullable String sent(HttpServletRequest request) {
        String token = header.resolve(request);
        return token == null || token.startsWith(Tokens.PREFIX) ? null : token;
    }

    private AbstractAuthenticationToken known(Jwt token) {
        SignedIn someone = people.arrive(issuer.settings().said(token))
                .orElseThrow(() -> new InvalidBearerTokenException("nobody here"));
        return UsernamePasswordAuthenticationToken.authenticated(someone, null, List.of());
    }
}
