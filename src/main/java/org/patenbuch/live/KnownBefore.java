package org.patenbuch.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes, before a page reads anything, up to where the views know its partnership. Asked any later, what arrives while
 * the page is being made would count as shown and its reader would never be told of it. Asked before the views have
 * heard what the page is to show ({@code minPosition}), the page would show it, and what is sent from it would be
 * refused because of it.
 */
@Component
class KnownBefore implements HandlerInterceptor, WebMvcConfigurer {
    private static final String KNOWN = KnownBefore.class.getName();
    /** A page that shows what was known once does not change. */
    private static final Set<String> LOOKING_BACK = Set.of("atPosition", "knownAt");

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final News news;

    KnownBefore(News news) {
        this.news = news;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/*/live");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET")
                && request.getAttribute(Who.class.getName()) instanceof Who who
                && LOOKING_BACK.stream().allMatch(name -> request.getParameter(name) == null)) {
            String wanted = request.getParameter("minPosition");
            if (wanted != null && POSITION.matcher(wanted).matches()) news.await(Long.parseLong(wanted));
            request.setAttribute(KNOWN, news.of(who.partnership()));
        }
        return true;
    }

    /** @return null for a page that shows nothing that could change */
    static @Nullable Long of(HttpServletRequest page) {
        return (Long) page.getAttribute(KNOWN);
    }
}
