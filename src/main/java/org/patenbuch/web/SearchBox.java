package org.patenbuch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/** The search box on every page, for the templates as {@code @searchBox}. */
@Component("searchBox")
public class SearchBox {
    private final List<Searched> all;
    private final HttpServletRequest request;

    SearchBox(List<Searched> all, HttpServletRequest request) {
        this.all = all;
        this.request = request;
    }

    /** Where it leads, or null where there is nothing to search for this person. */
    public @Nullable String getAddress() {
        return request.getAttribute(Who.class.getName()) instanceof Who who
                        && all.stream().anyMatch(searched -> searched.concerns(who))
                ? "/" + who.partnership() + "/search"
                : null;
    }
}
