package org.patenbuch.access;

import com.nimbusds.jose.JOSEObjectType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * Which tokens of the issuer open the API: those meant for us, in their time, and made as keys. What the issuer tells
 * about a log-in (an ID token) is no key, though the same hand has signed it (ASVS 9.2.2).
 */
final class AccessTokenRule implements OAuth2TokenValidator<Jwt> {
    /** RFC 9068; other issuers write JWT or nothing. */
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final List<String> OF_A_LOGIN = List.of("nonce", "at_hash", "c_hash");

    private final OAuth2TokenValidator<Jwt> others;
    private final Clock clock = Clock.systemUTC();

    AccessTokenRule(OidcSettings settings) {
        JwtTimestampValidator inTime = new JwtTimestampValidator(CLOCKS_DIFFER);
        inTime.setAllowEmptyExpiryClaim(false);
        others = new DelegatingOAuth2TokenValidator<>(List.of(
                inTime, new JwtIssuerValidator(settings.issuer()), new JwtAudienceValidator(settings.audience())));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant made = token.getIssuedAt();
        boolean ofALogin = OF_A_LOGIN.stream().anyMatch(token::hasClaim)
                || "ID".equals(token.getClaims().get("typ"));
        // Whom it is about and when it was made decide what a person is: neither is guessed
        boolean complete = token.getSubject() != null
                && made != null
                && !made.isAfter(clock.instant().plus(CLOCKS_DIFFER));
        if (complete && !ofALogin) return others.validate(token);
        return OAuth2TokenValidatorResult.failure(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "not an access token", null));
    }
}
