package org.patenbuch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Asked;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.util.UriUtils;

/**
 * From a page of the past every link, form and redirect leads to the same moment, wherever that can be asked for. Spring
 * hands every address of a page through here, as it does for the token that guards forms, whose bean this goes around.
 */
final class CarriedState implements RequestDataValueProcessor {
    private static final String ASKING_FORM = CarriedState.class.getName();

    private final RequestDataValueProcessor rest;
    private final Datable datable;

    CarriedState(RequestDataValueProcessor rest, Datable datable) {
        this.rest = rest;
        this.datable = datable;
    }

    @Override
    public String processUrl(HttpServletRequest page, String url) {
        String address = rest.processUrl(page, url);
        Asked asked = Then.of(page);
        return asked != null && leadsThere(address)
                ? with(address, asked, Then.isLedOn(page) ? "&" : "&amp;")
                : address;
    }

    /** Not where the address names a moment of its own. */
    private boolean leadsThere(String address) {
        return address.startsWith("/")
                && Then.WORDS.stream().noneMatch(word -> address.contains(word + "="))
                && datable.answers(address.split("[?#]", 2)[0]);
    }

    /** @param and as it is written in a page, or in a header */
    private static String with(String address, Asked asked, String and) {
        int end = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
        String before = address.substring(0, end);
        StringBuilder carried = new StringBuilder(before).append(before.contains("?") ? and : "?");
        Map<String, String> state = state(asked);
        state.forEach((word, value) ->
                carried.append(word).append('=').append(UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8)));
        return carried + address.substring(end);
    }

    /** One word of the two: a question cannot have both. */
    private static Map<String, String> state(Asked asked) {
        return asked.knownAt() != null
                ? Map.of("knownAt", asked.knownAt())
                : Map.of("atPosition", String.valueOf(asked.atPosition()));
    }

    @Override
    public String processAction(HttpServletRequest page, String action, String method) {
        page.setAttribute(ASKING_FORM, method.equalsIgnoreCase("GET") && leadsThere(action));
        return rest.processAction(page, action, method);
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest page) {
        Map<String, String> fields = rest.getExtraHiddenFields(page);
        Asked asked = Then.of(page);
        if (asked == null || !Boolean.TRUE.equals(page.getAttribute(ASKING_FORM))) return fields;
        Map<String, String> all = new TreeMap<>(fields == null ? Map.of() : fields);
        all.putAll(state(asked));
        return all;
    }

    @Override
    public String processFormFieldValue(HttpServletRequest page, @Nullable String name, String value, String type) {
        return rest.processFormFieldValue(page, name, value, type);
    }
}
