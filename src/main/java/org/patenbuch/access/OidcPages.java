package org.patenbuch.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;

/**
 * Log-in at the issuer: sends a browser there with state, nonce and a PKCE challenge, and takes it back. The tokens stay
 * on the server and are not kept; what counts from then on is the session, as after any other log-in.
 */
@Controller
@RequestMapping(OidcPages.GO)
@Conditional(OidcSettings.Given.class)
class OidcPages {
    static final String GO = "/login/oidc";
    static final String RETURN = GO + "/return";
    private static final Logger log = LoggerFactory.getLogger(OidcPages.class);

    private final Issuer issuer;
    private final IssuerPeople people;
    private final LetIn letIn;
    private final AuthenticationEventPublisher onRecord;
    private final DefaultOAuth2AuthorizationRequestResolver wanted;
    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    OidcPages(Issuer issuer, IssuerPeople people, LetIn letIn, AuthenticationEventPublisher onRecord) {
        this.issuer = issuer;
        this.people = people;
        this.letIn = letIn;
        this.onRecord = onRecord;
        this.wanted = new DefaultOAuth2AuthorizationRequestResolver(id -> issuer.client());
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(
                tokenClient(), granted -> new DefaultOidcUser(List.of(), granted.getIdToken()));
        exchange.setJwtDecoderFactory(client -> issuer::idToken);
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(Issuer.patient())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    @GetMapping
    void go(HttpServletRequest request, HttpServletResponse response, @Nullable Principal someone) throws IOException {
        if (someone != null) {
            response.sendRedirect("/");
            return;
        }
        try {
            OAuth2AuthorizationRequest there = wanted.resolve(request, Issuer.ID);
            asked.saveAuthorizationRequest(there, request, response);
            response.sendRedirect(there.getAuthorizationRequestUri());
        } catch (Issuer.Away away) {
            response.sendRedirect("/login?issuer=away");
        }
    }

    @GetMapping("/return")
    void comeBack(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state)
            throws IOException, ServletException {
        OAuth2AuthorizationRequest before = asked.removeAuthorizationRequest(request, response);
        try {
            if (before == null || code.isEmpty()) throw new BadCredentialsException("not from here, or refused there");
            Optional<SignedIn> someone = people.arrive(said(before, code, state));
            if (someone.isPresent()) letIn.letIn(someone.get(), request, response);
            else turnAway(response, "nothing", null);
        } catch (Issuer.Away away) {
            response.sendRedirect("/login?issuer=away");
        } catch (AuthenticationException refused) {
            turnAway(response, "refused", refused);
        }
    }

    private IssuerPeople.Said said(OAuth2AuthorizationRequest before, String code, String state) {
        OAuth2AuthorizationResponse now = OAuth2AuthorizationResponse.success(code)
                .redirectUri(before.getRedirectUri())
                .state(state)
                .build();
        OAuth2LoginAuthenticationToken done = (OAuth2LoginAuthenticationToken) exchange.authenticate(
                new OAuth2LoginAuthenticationToken(issuer.client(), new OAuth2AuthorizationExchange(before, now)));
        return issuer.settings().said(((DefaultOidcUser) done.getPrincipal()).getIdToken());
    }

    /** The log gets the issuer's short code for what was wrong, in letters only; the record gets that it was refused. */
    private void turnAway(HttpServletResponse response, String sentence, @Nullable AuthenticationException why)
            throws IOException {
        String code = why instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : sentence;
        log.warn("A log-in at the issuer was refused: {}", code.replaceAll("[^a-z_]", ""));
        onRecord.publishAuthenticationFailure(
                new BadCredentialsException("refused"), UsernamePasswordAuthenticationToken.unauthenticated("", null));
        response.sendRedirect("/login?issuer=" + sentence);
    }
}
