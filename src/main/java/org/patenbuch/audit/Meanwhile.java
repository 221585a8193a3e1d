package org.patenbuch.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/**
 * What others have entered about something while one person had its form open. Whoever decides by what a page showed is
 * told before it counts; what was entered by the same person does not matter, so a second click stays a second click.
 */
@Component
public class Meanwhile {
    private final Trail trail;
    private final Narrator narrator;
    private final Actors actors;

    Meanwhile(Trail trail, Narrator narrator, Actors actors) {
        this.trail = trail;
        this.narrator = narrator;
        this.actors = actors;
    }

    /**
     * @param by who it was, see {@link Actors}
     * @param sentence what it was, in the language asked for
     */
    public record Change(long position, String by, Instant at, String sentence) {}

    /**
     * @param list as in addresses, {@code pledges}
     * @param seen up to which position the page knew, as it sent it along; a page that sends none is asked nothing
     * @return the first one first; of very many only the first
     */
    public List<Change> of(Who who, String list, String id, String seen, Locale language) {
        String kind = TrailLinks.ENTRIES.get(list);
        return kind == null ? List.of() : told(seen, position -> trail.since(who, kind + "/" + id, position), language);
    }

    /** The same of a sponsor's month. */
    public List<Change> ofMonth(Who who, String sponsorId, String month, String seen, Locale language) {
        String stream = "timesheet/" + sponsorId + "." + month;
        return told(seen, position -> trail.sinceIn(who, stream, position), language);
    }

    private List<Change> told(String seen, LongFunction<List<Trail.Recorded>> since, Locale language) {
        return seen.matches("\\d{1,18}") ? told(since.apply(Long.parseLong(seen)), language) : List.of();
    }

    private List<Change> told(List<Trail.Recorded> events, Locale language) {
        Map<String, String> names = actors.of(events, language);
        return events.stream()
                .map(event -> new Change(
                        event.position(),
                        names.get(event.actor()),
                        event.recordedAt(),
                        narrator.tell(event.type(), event.payload(), language)))
                .toList();
    }
}
