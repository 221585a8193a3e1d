package org.patenbuch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Lists with their filters that someone has named, for the templates as {@code @savedViews}. */
@Component("savedViews")
public class SavedViews {
    /** More than anyone finds again. */
    private static final int MOST = 50;

    /** What makes no view of its own: the place in a list, how it was reached, and what was searched for. */
    private static final List<String> LEFT_OUT = List.of("after", "lang", "position", "minPosition", "done", "q");

    private final JdbcClient jdbc;
    private final HttpServletRequest request;

    SavedViews(JdbcClient jdbc, HttpServletRequest request) {
        this.jdbc = jdbc;
        this.request = request;
    }

    public record Saved(String name, String address) {}

    public List<Saved> getAll() {
        Who who = who();
        return who == null
                ? List.of()
                : jdbc.sql("SELECT name, address FROM saved_view WHERE partnership = ? AND user_id = ? ORDER BY name")
                        .params(who.partnership(), who.userId())
                        .query(Saved.class)
                        .list();
    }

    /** This page's address if it shows a list by filters of one's own, else null. */
    public @Nullable String getOffered() {
        Who who = who();
        String query = request.getQueryString();
        if (who == null || query == null || !request.getMethod().equals("GET")) return null;
        String address = plain(request.getRequestURI() + "?" + query);
        return address.contains("?") && lists(address, who) ? address : null;
    }

    /** Only pages of lists: {@code /rosenstadt/pledges?status=OPEN}; never one that asks for a year or a single entry. */
    private static boolean lists(String address, Who who) {
        return address.startsWith("/" + who.partnership() + "/")
                && Set.of("from", "to", "status", "partnerId", "fundId", "sponsorId", "householdId").stream()
                        .anyMatch(filter -> address.contains(filter + "="));
    }

    private static String plain(String address) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(address);
        LEFT_OUT.forEach(uri::replaceQueryParam);
        var kept = UriComponentsBuilder.fromPath(uri.build().getPath());
        uri.build()
                .getQueryParams()
                .forEach((name, values) -> values.stream()
                        .filter(value -> value != null && !value.isEmpty())
                        .forEach(value -> kept.queryParam(name, value)));
        return kept.build().toUriString();
    }

    /** Under a name there already, in its place. */
    void save(Who who, String name, String address) {
        jdbc.sql("""
                INSERT INTO saved_view (partnership, user_id, name, address)
                SELECT ?, ?, ?, ? WHERE (SELECT count(*) FROM saved_view WHERE partnership = ? AND user_id = ?) < ?
                ON CONFLICT (partnership, user_id, name) DO UPDATE SET address = excluded.address""")
                .params(who.partnership(), who.userId(), name, plain(address), who.partnership(), who.userId(), MOST)
                .update();
    }

    void forget(Who who, String name) {
        jdbc.sql("DELETE FROM saved_view WHERE partnership = ? AND user_id = ? AND name = ?")
                .params(who.partnership(), who.userId(), name)
                .update();
    }

    private @Nullable Who who() {
        return (Who) request.getAttribute(Who.class.getName());
    }
}
