package org.patenbuch.start;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What someone is shown who comes for the first time: where one's own work begins, in a few lines. */
@Component
class Tour {
    /** Of several roles the first that is listed; each with the pages it begins with. */
    private static final List<Map.Entry<Role, List<String>>> STEPS = List.of(
            Map.entry(Role.COORDINATOR, List.of("/people/households", "/people/timesheets", "/imports")),
            Map.entry(Role.FINANCE, List.of("/money/contributions", "/money/bank", "/money/periods")),
            Map.entry(Role.AUDITOR, List.of("/audit", "/journal", "/evidence")),
            Map.entry(Role.PARTNER, List.of("/impact", "/pledges")),
            Map.entry(Role.SPONSOR, List.of("/my-hours", "/hours")),
            Map.entry(Role.ADMIN, List.of("/users")));

    private final JdbcClient jdbc;

    Tour(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param key of its sentence, {@code tour.auditor.1} */
    record Step(String key, String address) {}

    /** @param key of its greeting, {@code tour.auditor} */
    record Shown(String key, List<Step> steps) {}

    /** Empty for whoever has put it away. */
    Optional<Shown> of(Who who, boolean again) {
        return again || !seen(who) ? shown(who) : Optional.empty();
    }

    private boolean seen(Who who) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM tour_seen WHERE user_id = ?)")
                .param(who.userId())
                .query(Boolean.class)
                .single();
    }

    private static Optional<Shown> shown(Who who) {
        return STEPS.stream()
                .filter(one -> who.roles().contains(one.getKey()))
                .findFirst()
                .map(one -> {
                    String key = "tour." + one.getKey().name().toLowerCase(Locale.ROOT);
                    List<String> pages = one.getValue();
                    return new Shown(
                            key,
                            pages.stream()
                                    .map(page -> new Step(
                                            key + "." + (pages.indexOf(page) + 1), "/" + who.partnership() + page))
                                    .toList());
                });
    }

    void putAway(Who who) {
        jdbc.sql("INSERT INTO tour_seen (user_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(who.userId())
                .update();
    }
}
