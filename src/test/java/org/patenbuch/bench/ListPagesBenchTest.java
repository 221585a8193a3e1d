package org.patenbuch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.Users;
import org.patenbuch.bench.Results.Line;
import org.patenbuch.evidence.SealerParts;
import org.patenbuch.kernel.Role;
import org.patenbuch.projections.View;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person waits for a page of a large ledger: whole pages over HTTP, with security and everything. */
@Tag("bench")
class ListPagesBenchTest extends LedgerTest {
    private static final long EVENTS = Long.getLong("bench.events", 1_000_000);
    private static final String PASSWORD = "a long password for a bench";
    private static final int WARM_UP = 30;
    private static final int ASKED = 200;
    private static final double MOST_MILLIS = 100;
    private static final List<String> PAGES = List.of(
            "",
            "/hours",
            "/hours?q=X-4711",
            "/hours?sponsorId=V-7&from=2002-01-01&to=2002-12-31",
            "/people/timesheets",
            "/people/timesheets?month=2002-05",
            "/people/sponsors",
            "/money",
            "/money/contributions",
            "/money/contributions?q=Statement+4711",
            "/money/funds/F-1",
            "/journal",
            "/journal?entry=hours/X-4711",
            "/search?q=" + URLEncoder.encode("Statement 4711", StandardCharsets.UTF_8));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<View> views;

    @Test
    void pages_of_a_ledger_with_a_million_events() throws IOException {
        partnership = World.PARTNERSHIP;
        World.prepare(this::send);
        World.fill(jdbc, EVENTS);
        awaitViews();
        SealerParts.awaitSealed(jdbc); // what is recorded in minutes here takes years in life
        Users.add(jdbc, "bench", PASSWORD, partnership, Role.COORDINATOR);
        Site site = new Site(port);
        site.submit("/login", Map.of("username", "bench", "password", PASSWORD));

        Results results = new Results();
        for (int i = 0; i < WARM_UP; i++) PAGES.forEach(page -> millis(site, page));
        for (String page : PAGES) {
            double[] took = DoubleStream.generate(() -> millis(site, page))
                    .limit(ASKED)
                    .sorted()
                    .toArray();
            double p99 = took[ASKED * 99 / 100 - 1];
            results.add(new Line(
                    "page",
                    (page.isEmpty() ? "/" : page) + ", " + EVENTS + " events",
                    text(p99),
                    "p99 of " + ASKED + ", one reader",
                    p99 / MOST_MILLIS,
                    "median " + text(took[ASKED / 2]) + ", slowest " + text(took[ASKED - 1]),
                    "≤ 100 ms"));
        }
        results.write("pages");
    }

    private void awaitViews() {
        long last =
                jdbc.sql("SELECT max(position) FROM event").query(Long.class).single();
        String names = String.join(",", views.stream().map(View::name).toList());
        await().atMost(Duration.ofMinutes(30))
                .until(() ->
                        jdbc.sql("SELECT min(position) FROM view_position WHERE view = ANY (string_to_array(?, ','))")
                                        .param(names)
                                        .query(Long.class)
                                        .single()
                                >= last);
    }

    private static double millis(Site site, String page) {
        long began = System.nanoTime();
        HttpResponse<String> answer = site.get("/" + World.PARTNERSHIP + page);
        double took = (System.nanoTime() - began) / 1e6;
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return took;
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }
}
