package org.patenbuch.access;

import java.net.URI;
import java.util.Set;
import org.patenbuch.database.StartRefused;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.util.StringUtils;

/**
 * Log-in by OpenID Connect as it is set ({@code patenbuch.oidc.*}, described in {@code docs/security.md}).
 *
 * @param issuer exactly as it calls itself in what it signs
 * @param audience of bearer tokens for the API
 * @param rolesClaim which claim says what a person is: see {@link ClaimedRole}
 * @param nameClaim which claim says what a person is called
 * @param button what stands on the button of the login page; empty for words of our own
 */
record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String audience,
        String rolesClaim,
        String nameClaim,
        Set<String> scopes,
        String button) {
    private static final String PREFIX = "patenbuch.oidc.";
    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    /** There is an issuer, and it is not the demonstration, which has people of its own. */
    static final class Given implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return StringUtils.hasText(environment.getProperty(PREFIX + "issuer"))
                    && !environment.matchesProfiles("demo");
        }
    }

    static OidcSettings of(Environment environment) {
        String issuer = of(environment, "issuer");
        requireSafe(issuer);
        String clientId = of(environment, "client-id");
        String audience = of(environment, "audience");
        return new OidcSettings(
                issuer,
                clientId,
                of(environment, "client-secret"),
                audience.isEmpty() ? clientId : audience,
                of(environment, "roles-claim"),
                of(environment, "name-claim"),
                Set.of(of(environment, "scopes").split("[\\s,]+")),
                of(environment, "button"));
    }

    /** What a token of the issuer says of the person it is about. */
    IssuerPeople.Said said(ClaimAccessor token) {
        String subject = token.getClaimAsString("sub");
        String name = token.getClaimAsString(nameClaim);
        return new IssuerPeople.Said(
                issuer,
                subject,
                name == null ? subject : name,
                ClaimedRole.in(token.getClaims(), rolesClaim),
                token.getClaimAsInstant("iat"));
    }

    private static String of(Environment environment, String name) {
        return environment.getProperty(PREFIX + name, "").strip();
    }

    /** Everything hangs on the issuer's keys: they are fetched over TLS, or from this very machine. */
    private static void requireSafe(String issuer) {
        try {
            URI uri = URI.create(issuer);
            boolean own = "http".equals(uri.getScheme()) && OWN_MACHINE.contains(String.valueOf(uri.getHost()));
            boolean safe = "https".equals(uri.getScheme()) && uri.getHost() != null;
            if ((own || safe) && uri.getQuery() == null && uri.getFragment() == null) return;
        } catch (IllegalArgumentException notAnAddress) {
            throw refusal(notAnAddress);
        }
        throw refusal(null);
    }

    private static StartRefused refusal(Throwable why) {
        return new StartRefused(
                "PATENBUCH_OIDC_ISSUER muss eine Adresse mit https:// sein, genau wie der Anmeldedienst sich selbst nennt.",
                "PATENBUCH_OIDC_ISSUER has to be an address with https://, exactly as the issuer calls itself.",
                why);
    }
}
