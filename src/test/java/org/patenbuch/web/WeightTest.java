package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.BrowserTest;

/** What a phone that has never been here fetches for a page, and how soon it shows anything. */
class WeightTest extends BrowserTest {
    private static final long MOST_BYTES = 150_000;
    private static final int SOON_MILLIS = 1_000;
    private static final String FIRST_PAINT =
            "() => performance.getEntriesByName('first-contentful-paint').map(e => e.startTime)[0] || 0";

    private CDPSession network;
    private final Map<String, String> addresses = new HashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    @BeforeEach
    void listen() {
        open(PHONE, "de-DE", true);
        network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.responseReceived", event -> addresses.put(text(event, "requestId"), address(event)));
        network.on("Network.loadingFinished", event -> {
            boolean chart = addresses.getOrDefault(text(event, "requestId"), "").contains("/echarts/");
            if (!chart) bytes.addAndGet(event.get("encodedDataLength").getAsLong());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, /rosenstadt /rosenstadt/people/sponsors /rosenstadt/people/timesheets?month=2013-05 /rosenstadt/hours",
        "finance, /rosenstadt/money /rosenstadt/money/contributions /rosenstadt/money/bank /rosenstadt/money/funds/F-KOO",
        "auditor, /rosenstadt/journal /rosenstadt/evidence /rosenstadt/audit",
        "partner, /rosenstadt /help",
        "sponsor, /rosenstadt /rosenstadt/my-hours"
    })
    void every_page_is_light_without_its_charts(String login, String pages) {
        Map<String, Long> weights = new TreeMap<>();
        logIn(login);
        for (String path : pages.split(" ")) {
            network.send("Network.clearBrowserCache");
            bytes.set(0);
            visit(path);
            page.waitForFunction("() => document.fonts.status === 'loaded'");
            weights.put(path, bytes.get());
        }
        System.out.println("bytes for " + login + ": " + weights);
        assertThat(weights)
                .allSatisfy((path, weight) ->
                        assertThat(weight).as(path).isPositive().isLessThan(MOST_BYTES));
    }

    /** 1.6 Mbit/s, 150 ms there and back, a processor of a quarter: what is called "slow 4G" on a plain phone. */
    @Test
    @Tag("faults")
    void the_first_page_shows_within_a_second_on_a_slow_phone() {
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 150);
        slow.addProperty("downloadThroughput", 1_600_000 / 8);
        slow.addProperty("uploadThroughput", 750_000 / 8);
        var weak = new JsonObject();
        weak.addProperty("rate", 4);
        visit("/login"); // the server is warm, the phone is not
        logIn("sponsor");
        visit("/rosenstadt");
        visit("/rosenstadt/my-hours");
        page.navigate("about:blank"); // a live page would miss its session
        page.context().clearCookies();
        network.send("Network.emulateNetworkConditions", slow);
        network.send("Emulation.setCPUThrottlingRate", weak);
        Map<String, Integer> shown = new TreeMap<>();
        shown.put("a stranger at / comes to /login", firstPaint("/"));
        logIn("sponsor");
        for (String path : new String[] {"/", "/rosenstadt", "/rosenstadt/my-hours"}) {
            shown.put(path, firstPaint(path));
        }
        System.out.println("first contentful paint in ms: " + shown);
        assertThat(shown)
                .allSatisfy((path, millis) -> assertThat(millis).as(path).isLessThan(SOON_MILLIS));
    }

    private int firstPaint(String path) {
        network.send("Network.clearBrowserCache");
        visit(path);
        page.waitForFunction("() => (" + FIRST_PAINT + ")() > 0");
        return ((Number) page.evaluate(FIRST_PAINT)).intValue();
    }

    private static String text(JsonObject event, String name) {
        return event.get(name).getAsString();
    }

    private static String address(JsonObject event) {
        return event.getAsJsonObject("response").get("url").getAsString();
    }
}
