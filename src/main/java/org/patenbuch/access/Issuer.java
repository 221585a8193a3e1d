package org.patenbuch.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The issuer of OpenID Connect that is set, if one is. It is asked where its doors and keys are when somebody first
 * needs it, never at the start: while it is away, everything else goes on. Its keys are read anew when a token names
 * one that is not known yet, at most twice in half a minute.
 */
@Component
@Conditional(OidcSettings.Given.class)
class Issuer {
    static final String ID = "oidc";
    /** How long one waits for it; and how long nobody asks again after it did not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_ANSWER = 100_000;
    private static final Logger log = LoggerFactory.getLogger(Issuer.class);

    /** It does not answer, or not as an issuer does. Answered with 503, and with a sentence on the login page. */
    static final class Away extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        Away(@Nullable Throwable why) {
            super("the issuer does not answer", why);
        }
    }

    private record Found(ClientRegistration client, NimbusJwtDecoder idTokens, NimbusJwtDecoder accessTokens) {}

    private final OidcSettings settings;
    private final RestClient http =
            RestClient.builder().requestFactory(patient()).build();
    private volatile @Nullable Found found;
    private volatile long notBefore = System.nanoTime();

    Issuer(Environment environment) {
        this.settings = OidcSettings.of(environment);
    }

    OidcSettings settings() {
        return settings;
    }

    /** What one has to know to send somebody there. */
    ClientRegistration client() {
        return found().client();
    }

    /** What the issuer says of the person who has just logged in there, for us. */
    Jwt idToken(String token) {
        return read(found().idTokens(), token);
    }

    /** What the issuer says in a bearer token that is meant for our API. */
    Jwt accessToken(String token) {
        requireOurs(token);
        return read(found().accessTokens(), token);
    }

    /** Nonsense, and what another issuer has signed, is refused without asking anybody. */
    private void requireOurs(String token) {
        try {
            String of = SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
            if (!settings.issuer().equals(of)) throw new BadJwtException("of another issuer");
        } catch (ParseException nonsense) {
            throw new BadJwtException("not a signed token", nonsense);
        }
    }

    static JdkClientHttpRequestFactory patient() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    private static Jwt read(NimbusJwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException wrong) {
            throw wrong;
        } catch (JwtException noKeys) {
            // Whoever sends made-up keys does not make us ask for them without end
            if (noKeys.getCause() instanceof RateLimitReachedException) throw new BadJwtException("unknown key");
            throw new Away(noKeys);
        }
    }

    private Found found() {
        Found before = found;
        if (before != null) return before;
        if (System.nanoTime() - notBefore < 0) throw new Away(null);
        try {
            return found = find();
        } catch (RestClientException | IllegalArgumentException | MalformedURLException why) {
            notBefore = System.nanoTime() + PAUSE.toNanos();
            log.warn(
                    "The issuer {} does not answer as one: {}",
                    settings.issuer(),
                    why.getClass().getSimpleName());
            throw new Away(why);
        }
    }

    private Found find() throws MalformedURLException {
        String base = settings.issuer().replaceAll("/$", "");
        Map<String, Object> says = http.get()
                .uri(URI.create(base + "/.well-known/openid-configuration"))
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        // ASVS 10.5.3: the very name that is set, or somebody else answers in its place
        if (says == null || !settings.issuer().equals(says.get("issuer"))) throw new IllegalArgumentException("issuer");
        ClientRegistration client = client(says);
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(client.getProviderDetails().getJwkSetUri()).toURL(),
                        new DefaultResourceRetriever(
                                (int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LONGEST_ANSWER))
                .refreshAheadCache(false)
                .build();
        return new Found(
                client,
                decoder(
                        keys,
                        JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(client))),
                        JOSEObjectType.JWT,
                        null),
                decoder(keys, new AccessTokenRule(settings), JOSEObjectType.JWT, AccessTokenRule.TYPE, null));
    }

    private ClientRegistration client(Map<String, Object> says) {
        ClientRegistration.Builder client = ClientRegistrations.fromOidcConfiguration(says)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri("{baseUrl}" + OidcPages.RETURN)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        if (settings.clientSecret().isEmpty()) client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        return client.build();
    }

    /** Signed by a key pair, whatever a token says of itself: never by a shared secret, never by nothing. */
    private static NimbusJwtDecoder decoder(
            JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> rule, @Nullable JOSEObjectType... types) {
        DefaultJOSEObjectTypeVerifier<SecurityContext> ofType = new DefaultJOSEObjectTypeVerifier<>(types);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(ofType))
                .build();
        decoder.setJwtValidator(rule);
        return decoder;
    }
}
