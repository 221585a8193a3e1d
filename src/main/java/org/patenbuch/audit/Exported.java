package org.patenbuch.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Puts on record whatever leaves a partnership as a file, whichever module gives it: at the moment it is declared a
 * file to be kept, before its first byte.
 */
@Component
class Exported extends OncePerRequestFilter {
    private final Accesses accesses;

    Exported(Accesses accesses) {
        this.accesses = accesses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Watched(request, response));
    }

    private final class Watched extends HttpServletResponseWrapper {
        private final HttpServletRequest request;
        private boolean onRecord;

        Watched(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            watch(name, value);
            super.setHeader(name, value);
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            watch(name, value);
            super.addHeader(name, value);
        }

        /** @param value null takes the header back */
        private void watch(String name, @Nullable String value) {
            boolean file = HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(name)
                    && value != null
                    && value.startsWith("attachment");
            if (file && !onRecord && request.getAttribute(Who.class.getName()) instanceof Who who) {
                accesses.exported(who.partnership(), who.userId(), address(request));
                onRecord = true;
            }
        }
    }

    /** Without the words searched for: they may be a person's name. */
    private static String address(HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("q")
                .build()
                .toUriString();
    }
}
