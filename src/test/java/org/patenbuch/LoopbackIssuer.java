package org.patenbuch;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An issuer of OpenID Connect on this machine: Spring Authorization Server. Every ledger under test knows its address
 * from the start; it answers there only once a test needs it, as an issuer may be away when a server starts.
 */
public final class LoopbackIssuer {
    public static final String CLIENT = "patenbuch";
    private static final String SECRET = "a secret among two programs";
    private static final String PERSON = "X-Person";
    private static final Socket KEPT_FREE = keepFree();
    private static final String ADDRESS = "http://127.0.0.1:" + KEPT_FREE.getLocalPort();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LoopbackIssuer started;

    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private volatile Consumer<JwtClaimsSet.Builder> spoiled = claims -> {};
    private volatile RSAKey key = newKey();

    private LoopbackIssuer() {}

    /** Names it to a ledger that is about to start. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("patenbuch.oidc.issuer", () -> ADDRESS);
        registry.add("patenbuch.oidc.client-secret", () -> SECRET);
        registry.add("patenbuch.oidc.button", () -> "Anmelden bei Nebenan");
    }

    public static synchronized LoopbackIssuer start() {
        if (started == null) {
            LoopbackIssuer issuer = new LoopbackIssuer();
            var context = new AnnotationConfigServletWebServerApplicationContext();
            context.registerBean(LoopbackIssuer.class, () -> issuer);
            context.register(Server.class);
            release();
            context.refresh();
            started = issuer;
        }
        started.spoiled = claims -> {};
        return started;
    }

    /** A bound socket that does not listen: nobody else gets the port, and whoever comes is refused. */
    private static Socket keepFree() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release() {
        try {
            KEPT_FREE.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on this person is called so, and these are the values of the claim {@code groups}. */
    public void says(String person, String name, String... values) {
        names.put(person, name);
        groups.put(person, List.of(values));
    }

    /** What it says wrongly in the tokens of the next log-ins. */
    public void spoil(Consumer<JwtClaimsSet.Builder> claims) {
        spoiled = claims;
    }

    /** From now on it signs with another key, and does not know the one before any more. */
    public void rotate() {
        key = newKey();
    }

    /** The browser of a person who is logged in there comes along: where it is sent back to. */
    public URI authorize(URI wanted, String person) {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(wanted).header("Accept", "text/html").header(PERSON, person));
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body())));
    }

    /** A token as a program gets it for itself: about the program. */
    public String tokenOfProgram() {
        String basic = Base64.getEncoder().encodeToString("program:program".getBytes());
        String body = send(HttpRequest.newBuilder(URI.create(ADDRESS + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                .body();
        return body.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    /** A token signed by it, good for five minutes but for what is said otherwise. */
    public String token(String person, Consumer<JwtClaimsSet.Builder> otherwise) {
        return token(person, key, otherwise);
    }

    /** Signed by a key that bears the name of its own. */
    public String forged(String person) {
        try {
            RSAKey other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
            return token(person, other, claims -> {});
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its public key, which everybody knows. */
    public byte[] publicKey() {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String address() {
        return ADDRESS;
    }

    private String token(String person, RSAKey by, Consumer<JwtClaimsSet.Builder> otherwise) {
        Instant now = Instant.now();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(ADDRESS)
                .audience(List.of(CLIENT))
                .subject(person)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(300))
                .claim("preferred_username", names.getOrDefault(person, person))
                .claim("groups", groups.getOrDefault(person, List.of()));
        otherwise.accept(claims);
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(by)))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build(), claims.build()))
                .getTokenValue();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Registered by hand: the scan of the product's own components does not find it. */
    @EnableWebSecurity
    static class Server {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            TomcatServletWebServerFactory factory =
                    new TomcatServletWebServerFactory(URI.create(ADDRESS).getPort());
            factory.setAddress(InetAddress.getLoopbackAddress());
            return factory;
        }

        /** Tomcat asks no filter where there is no servlet. */
        @Bean
        HttpServlet nothing() {
            return new HttpServlet() {};
        }

        @Bean
        SecurityFilterChain doors(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .addFilterAfter(new LoggedIn(), SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("1")
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri("http://127.0.0.1/login/oidc/return")
                            .scope("openid")
                            .scope("profile")
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .build())
                            .build(),
                    RegisteredClient.withId("2")
                            .clientId("program")
                            .clientSecret("{noop}program")
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .build());
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().issuer(ADDRESS).build();
        }

        @Bean
        JWKSource<SecurityContext> keys(LoopbackIssuer issuer) {
            return (selector, context) -> selector.select(new JWKSet(issuer.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(LoopbackIssuer issuer) {
            return token -> {
                String person = token.getPrincipal().getName();
                token.getClaims()
                        .audience(List.of(CLIENT))
                        .claim("preferred_username", issuer.names.getOrDefault(person, person))
                        .claim("groups", issuer.groups.getOrDefault(person, List.of()));
                issuer.spoiled.accept(token.getClaims());
            };
        }
    }

    /** Whoever says who it is, is it: what is tested is not how people prove that to their issuer. */
    private static final class LoggedIn extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String person = request.getHeader(PERSON);
            if (person != null) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person,
                        null,
                        List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
                SecurityContextHolder.setContext(context);
            }
            chain.doFilter(request, response);
        }
    }
}
