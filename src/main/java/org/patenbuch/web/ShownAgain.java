package org.patenbuch.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * What answers a form with a page - it is to be checked, something is wrong with it, somebody else was faster - gets an
 * address of its own. So the page can be reloaded and gone back to with all that was typed, and neither sends the form
 * again. It is kept in the session, in memory only, and ends with it: pages of a ledger must not lie in the browser's
 * cache.
 */
@Component
@Order
class ShownAgain extends OncePerRequestFilter {
    private static final String PARAMETER = "answer";
    private static final String KEPT = ShownAgain.class.getName();
    private static final int MOST_PAGES = 6;
    private static final int LONGEST = 512 * 1024;

    /** @param path where it was the answer: it is shown nowhere else */
    private record Page(String path, int status, String type, byte[] body) implements Serializable {}

    /** Only browsers going to a page; programs and scripts get their answer at once. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean posted = request.getMethod().equals("POST") && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        boolean again = request.getMethod().equals("GET") && request.getParameter(PARAMETER) != null;
        return !(posted || again) || request.getSession(false) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            again(request, response, chain);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        HttpSession session = request.getSession(false);
        if (session == null || !ofThePartnership(request) || !isPage(request, answer)) {
            answer.copyBodyToResponse();
            return;
        }
        var page = new Page(
                request.getRequestURI(), answer.getStatus(), answer.getContentType(), answer.getContentAsByteArray());
        String key = keep(session, page);
        answer.resetBuffer();
        response.setContentLength(0);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?" + PARAMETER + "=" + key);
    }

    /** Pages about logging in show secrets, once: they are not kept. */
    private static boolean ofThePartnership(HttpServletRequest request) {
        return request.getAttribute(Who.class.getName()) instanceof Who
                && !request.getRequestURI().matches("/[^/]+/users(/.*)?");
    }

    /** What failed because two came at once is no form to go on with: a reload may well send it again. */
    private static boolean isPage(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
        boolean shown = answer.getStatus() == HttpStatus.OK.value()
                || answer.getStatus() == HttpStatus.UNPROCESSABLE_CONTENT.value()
                || answer.getStatus() == HttpStatus.CONFLICT.value() && !failed;
        String type = answer.getContentType();
        return shown && type != null && type.startsWith("text/html") && answer.getContentSize() <= LONGEST;
    }

    /** One that is no longer there gives way to the empty form. */
    private void again(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Page page = find(request.getSession(false), request.getParameter(PARAMETER));
        if (page == null || !page.path().equals(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(page.status());
        response.setContentType(page.type());
        response.setContentLength(page.body().length);
        response.getOutputStream().write(page.body());
    }

    private static String keep(HttpSession session, Page page) {
        String key = UUID.randomUUID().toString();
        synchronized (WebUtils.getSessionMutex(session)) {
            Map<String, Page> pages = new LinkedHashMap<>(kept(session));
            if (pages.size() >= MOST_PAGES)
                pages.remove(pages.keySet().iterator().next());
            pages.put(key, page);
            session.setAttribute(KEPT, pages);
        }
        return key;
    }

    private static @Nullable Page find(HttpSession session, String key) {
        return kept(session).get(key);
    }

    @SuppressWarnings("unchecked") // nobody else writes it
    private static Map<String, Page> kept(HttpSession session) {
        Object kept = session.getAttribute(KEPT);
        return kept == null ? Map.of() : (Map<String, Page>) kept;
    }
}
