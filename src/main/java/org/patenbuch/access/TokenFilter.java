package org.patenbuch.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in that sends a personal token ({@code Authorization: Bearer pbt_…}, RFC 6750). */
class TokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final Set<String> ASKING = Set.of("GET", "HEAD");

    private final Tokens tokens;
    private final TurnedAway turnedAway;

    TokenFilter(Tokens tokens, TurnedAway turnedAway) {
        this.tokens = tokens;
        this.turnedAway = turnedAway;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = sent(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Tokens.Bearer> bearer = tokens.find(token);
        if (bearer.isEmpty()) {
            turnedAway.commence(request, response, new BadCredentialsException("no such token"));
        } else if (!bearer.get().mayWrite() && !ASKING.contains(request.getMethod())) {
            turnedAway.onlyAsks(request, response);
        } else {
            letIn(bearer.get());
            chain.doFilter(request, response);
        }
    }

    private static @Nullable String sent(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean ours = header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && header.startsWith(Tokens.PREFIX, SCHEME.length());
        return ours ? header.substring(SCHEME.length()) : null;
    }

    private static void letIn(Tokens.Bearer bearer) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(bearer.userId(), bearer.login()), null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
