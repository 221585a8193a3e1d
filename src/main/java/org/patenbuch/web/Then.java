package org.patenbuch.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Looking back, the same on every page and for templates as {@code @then}: an address that tells the present state only
 * refuses to be asked about another; a page of the past says so on top, and offers nothing to change.
 */
@Component("then")
public class Then implements HandlerInterceptor {
    /** The words of an address that name a moment of knowledge. */
    static final List<String> WORDS = List.of("atPosition", "knownAt");

    /** Words of an address that are about this visit only. */
    private static final List<String> OF_ONE_VISIT = List.of("after", "lang", "done", "position", "minPosition");

    private static final String SHOWN = Then.class.getName();
    private static final String OFFERED = SHOWN + ".offered";
    private static final String LED_ON = SHOWN + ".on";
    /** What a page's model says may be done next. */
    private static final Map<String, @Nullable Object> NOTHING_TO_DO = nothingToDo();

    private final Binder binder;
    private final Moments moments;
    private final ObjectProvider<View> views;
    private final HttpServletRequest request;

    Then(Binder binder, Moments moments, ObjectProvider<View> views, HttpServletRequest request) {
        this.binder = binder;
        this.moments = moments;
        this.views = views;
        this.request = request;
    }

    private static Map<String, @Nullable Object> nothingToDo() {
        Map<String, @Nullable Object> nothing =
                new HashMap<>(Map.of("may", false, "mayAttach", false, "actions", List.of()));
        nothing.put("enter", null);
        nothing.put("entering", null);
        return nothing;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (asks(request)
                && handler instanceof HandlerMethod method
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.containsKey("partnership")
                && !Datable.answers(method)) {
            throw new OnlyNow();
        }
        return true;
    }

    private static boolean asks(HttpServletRequest request) {
        return Datable.READS.contains(request.getMethod())
                && WORDS.stream().map(request::getParameter).anyMatch(value -> value != null && !value.isBlank());
    }

    /** Only what has been answered is a page of the past; a refusal is none. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) return;
        request.setAttribute(OFFERED, handler instanceof HandlerMethod method && Datable.answers(method));
        if (!asks(request)) return;
        Bound<Asked> asked = binder.bind(Asked.class, Source.parameters(request.getParameterMap()));
        if (!asked.good() || !asked.value().looksBack()) return;
        request.setAttribute(SHOWN, asked.value());
        String view = page.getViewName();
        request.setAttribute(LED_ON, view != null && view.startsWith("redirect:"));
        Map<String, Object> model = page.getModel();
        NOTHING_TO_DO.forEach((name, nothing) -> model.computeIfPresent(name, (same, before) -> nothing));
    }

    /** The moment the page being made is about; null for the present. */
    static @Nullable Asked of(HttpServletRequest page) {
        return page.getDispatcherType() == DispatcherType.ERROR ? null : (Asked) page.getAttribute(SHOWN);
    }

    /** Whether the answer is no page but where to go for it. */
    static boolean isLedOn(HttpServletRequest page) {
        return Boolean.TRUE.equals(page.getAttribute(LED_ON));
    }

    /** How much was known for the present page; null where it shows the present. */
    public @Nullable Moment getShown() {
        Asked asked = of(request);
        return asked == null || !(request.getAttribute(Who.class.getName()) instanceof Who who)
                ? null
                : moments.answer(asked, anyView(), who.partnership(), moment -> moment);
    }

    /** Whether the present page could show an earlier state and does not yet. */
    public boolean isOffered() {
        return Boolean.TRUE.equals(request.getAttribute(OFFERED))
                && request.getMethod().equals("GET")
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getAttribute(Who.class.getName()) instanceof Who
                && of(request) == null;
    }

    /** What else the address of this page says, to be said again of the earlier state. */
    public Map<String, String> getRest() {
        Map<String, String> rest = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!WORDS.contains(name) && !OF_ONE_VISIT.contains(name)) rest.put(name, values[0]);
        });
        return rest;
    }

    /** They all know the same moments. */
    private String anyView() {
        return views.orderedStream().map(View::name).sorted().findFirst().orElseThrow();
    }

    /** This page as it is now. */
    public String getNow() {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
        WORDS.forEach(address::replaceQueryParam);
        return address.replaceQueryParam("after").build().toUriString();
    }
}
