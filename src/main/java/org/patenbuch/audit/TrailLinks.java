package org.patenbuch.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/** From an entry's own page to its events and its way, for the templates of every module as {@code @trailLinks}. */
@Component("trailLinks")
class TrailLinks {
    private static final Set<String> PEOPLE = Set.of("hours", "sponsorships");

    /** What the journal calls an entry of a list. */
    static final Map<String, String> ENTRIES = Map.ofEntries(
            Map.entry("partners", "partner"),
            Map.entry("funds", "fund"),
            Map.entry("pledges", "pledge"),
            Map.entry("contributions", "contribution"),
            Map.entry("expenses", "expense"),
            Map.entry("proposals", "proposal"),
            Map.entry("bank-lines", "bank-line"),
            Map.entry("sponsors", "sponsor"),
            Map.entry("households", "household"),
            Map.entry("sponsorships", "sponsorship"),
            Map.entry("hours", "hours"),
            Map.entry("meetings", "meeting"),
            Map.entry("demands", "demand"),
            Map.entry("commitments", "commitment"),
            Map.entry("recognitions", "recognition"),
            Map.entry("reports", "report"));

    private final HttpServletRequest request;

    TrailLinks(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * @param journal the address of its events, null where this reader may not see them
     * @param trace the address of its way, null where it has none or this reader may not follow it
     */
    record Links(@Nullable String journal, @Nullable String trace) {
        public boolean isEmpty() {
            return journal == null && trace == null;
        }
    }

    /** @param list as in addresses, {@code contributions} */
    public Links of(String list, String id) {
        return links("entry=" + ENTRIES.get(list) + "/" + id, AuditPages.TRACED.contains(list) ? list : null, id);
    }

    /** @param stream {@code timesheet/V-01.2013-05} */
    public Links ofStream(String stream) {
        return links("stream=" + stream, null, "");
    }

    /** From the figures of a year to the entries that make them; null where this reader may not see them. */
    public @Nullable String why(int year) {
        if (!(request.getAttribute(Who.class.getName()) instanceof Who who)
                || !Permissions.mayAsk(who.roles(), Question.DIFFERENCES)) return null;
        String upTo = said("atPosition", "toPosition") + said("knownAt", "toKnownAt");
        return "/%s/differences?from=%d-01-01&to=%d-12-31%s".formatted(who.partnership(), year, year, upTo);
    }

    /** The moment this page is about, as the other page calls it. */
    private String said(String here, String there) {
        String value = request.getParameter(here);
        return value == null || value.isBlank() ? "" : "&" + there + "=" + value;
    }

    private Links links(String sought, @Nullable String traced, String id) {
        if (!(request.getAttribute(Who.class.getName()) instanceof Who who)) return new Links(null, null);
        String base = "/" + who.partnership();
        return new Links(
                AuditPages.audits(who.roles()) ? base + "/journal?" + sought : null,
                traced != null && follows(who, traced) ? base + "/trace/" + traced + "/" + id : null);
    }

    private static boolean follows(Who who, String traced) {
        return Permissions.mayAsk(who.roles(), Question.TRACE)
                && (!PEOPLE.contains(traced) || Scope.whole(Permissions.scopes(who.roles(), Question.HOURS)));
    }
}
