package org.patenbuch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form that came after its session had ended, or with the token of a former log-in, or when the server could not take
 * it. Nothing of it is lost: it is given back as it came, to be sent again once its person has logged in (WCAG 2.2.5) or
 * the server can. It is kept nowhere but in that answer.
 */
public final class NotSent {
    /** What nobody gets back from a server: passwords, codes and the word of the set-up are typed again. */
    static final Set<String> SECRETS = Set.of("password", "current", "fresh", "code", "word");

    private static final String TOKEN = "_csrf";
    private static final List<String> OPEN = List.of("/setup", "/invitation/");

    /** One value of the form, shown or not. */
    public record Typed(String name, String value) {}

    private NotSent() {}

    /**
     * Answers with the form that came, where a page of our own has sent it in a browser. What another site has made up
     * is refused like any other request without a token: else somebody could be led to send it on under an own name.
     */
    public static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isFromOwnPage(request)) request.setAttribute(NotSent.class.getName(), true);
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    static boolean is(HttpServletRequest request) {
        return request.getAttribute(NotSent.class.getName()) != null;
    }

    static ModelAndView page(HttpServletRequest request) {
        ModelAndView page = new ModelAndView("web/not-sent");
        page.setStatus(HttpStatus.FORBIDDEN);
        addTo(page, request);
        String address = address(request);
        page.addObject(
                "login", request.getUserPrincipal() == null && OPEN.stream().noneMatch(address::startsWith));
        if (isUpload(request)) page.addObject("from", from(request));
        return page;
    }

    /** For a page about a failure that may pass: with this the form can be sent once more. */
    static void offerAgain(ModelAndView page, HttpServletRequest request) {
        boolean complete = SECRETS.stream().allMatch(name -> request.getParameter(name) == null);
        if (isFromOwnPage(request) && !isUpload(request) && complete) addTo(page, request);
    }

    private static void addTo(ModelAndView page, HttpServletRequest request) {
        page.addObject("address", address(request));
        page.addObject("typed", typed(request));
    }

    private static boolean isFromOwnPage(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    /** A file cannot be given back. */
    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    private static String address(HttpServletRequest request) {
        Object dispatched = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return dispatched instanceof String before ? before : request.getRequestURI();
    }

    private static List<Typed> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(one -> !SECRETS.contains(one.getKey()) && !one.getKey().equals(TOKEN))
                .flatMap(one -> Arrays.stream(one.getValue()).map(value -> new Typed(one.getKey(), value)))
                .toList();
    }

    /** The page the form stood on: it is one of our own, and only its path counts. */
    private static String from(HttpServletRequest request) {
        String page = request.getHeader(HttpHeaders.REFERER);
        try {
            String path = page == null ? null : URI.create(page).getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path;
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
