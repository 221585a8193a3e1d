package org.patenbuch.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Which language an answer speaks. Programs say it in {@code Accept-Language}; people may also choose it with
 * {@code ?lang=de} or {@code ?lang=en} on any page, which a cookie remembers. Anything else is answered in German.
 */
@Component("localeResolver")
public class Language implements LocaleResolver, HandlerInterceptor {
    static final String COOKIE = "lang";
    private static final List<Locale> SPOKEN = List.of(Locale.GERMAN, Locale.ENGLISH);
    /** Read from the raw query: asking for a parameter fails on a malformed request, and that must be answered too. */
    private static final Pattern CHOICE = Pattern.compile("(?:^|&)lang=(de|en)(?:&|$)");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (Problems.isForPrograms(request)) return accepted(request);
        return chosen(request).or(() -> remembered(request)).orElseGet(() -> accepted(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) return;
        ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Problems.isForPrograms(request)) chosen(request).ifPresent(locale -> setLocale(request, response, locale));
        return true;
    }

    /** Whether a person has chosen a language in this browser. */
    public boolean isChosen(HttpServletRequest request) {
        return remembered(request).isPresent();
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        if (request.getQueryString() == null) return Optional.empty();
        Matcher choice = CHOICE.matcher(request.getQueryString());
        return choice.find() ? Optional.of(Locale.of(choice.group(1))) : Optional.empty();
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(Locale::of)
                .filter(SPOKEN::contains)
                .findFirst();
    }

    private static Locale accepted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return Locale.GERMAN;
        Stream<String> wanted = Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
        return wanted.map(Locale::of).filter(SPOKEN::contains).findFirst().orElse(Locale.GERMAN);
    }
}
