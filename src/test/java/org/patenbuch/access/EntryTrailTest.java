package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the page of every entry its events are one click away, and for what can be followed, its way. */
class EntryTrailTest extends LedgerTest {
    private static final Pattern JOURNAL = Pattern.compile("href=\"(/[^\"]+/journal\\?(?:entry|stream)=[^\"]+)\"");
    private static final Pattern TRACE = Pattern.compile("href=\"(/[^\"]+/trace/[^\"]+)\"");
    private static final Map<String, String> FOLLOWED = Map.of(
            "OWN-Z",
            "pledges",
            "OWN-B",
            "contributions",
            "OWN-A",
            "expenses",
            "OWN-S",
            "hours",
            "OWN-M",
            "sponsorships");
    private static final String STATEMENT = """
            Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Begünstigter/Zahlungspflichtiger;Kontonummer;Betrag;Währung
            DE02120300000000202051;01.02.13;01.02.13;GUTSCHRIFT;Spende;Wohnbau;DE21500500009876543210;40,00;EUR
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void every_entry_leads_to_its_events_and_what_can_be_followed_to_its_way() {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        Caller finance = Caller.in(address, jdbc, Role.FINANCE, null, null);
        Caller coordinator = Caller.in(address, jdbc, Role.COORDINATOR, null, null);
        long last = Walk.fill(finance, coordinator);
        assertThat(coordinator.get("engagement?minPosition=" + last).status()).isEqualTo(200);
        Site auditor = Caller.in(address, jdbc, Role.AUDITOR, null, null).atThePages(port);

        Map<String, String> wrong = new TreeMap<>();
        List<String> pages = Stream.concat(own(), Stream.of(report(finance), bankLine(finance)))
                .distinct()
                .toList();
        for (String page : pages) {
            HttpResponse<String> answer = auditor.get("/" + partnership + page);
            assertThat(answer.statusCode()).as(page).isIn(200, 302);
            if (answer.statusCode() == 302) continue; // to a page that is among them
            String id = id(page);
            String journal = link(JOURNAL, answer.body());
            String events = journal == null ? "" : auditor.get(journal).body();
            if (!events.contains("class=\"au-entry\"") || !events.contains(id)) wrong.put(page, "events: " + journal);
            String trace = link(TRACE, answer.body());
            String way = FOLLOWED.get(id);
            if (way != null
                    && (trace == null
                            || !trace.endsWith("/trace/" + way + "/" + id)
                            || auditor.get(trace).statusCode() != 200)) wrong.put(page, "way: " + trace);
        }
        System.out.println("pages of entries: " + pages.size());
        assertThat(wrong).isEmpty();
    }

    /** Every address of a page whose last part names an entry. */
    private static Stream<String> own() {
        return Address.all().stream()
                .filter(address -> address.method().equals("GET") && address.isOfPartnership())
                .filter(address -> !address.isForPrograms() && address.namesKnownEntry())
                .filter(address -> address.path().matches(".*/\\{(id|month)}") && address.allows(Role.AUDITOR))
                .filter(address -> !address.path().contains("/trace/"))
                .flatMap(address -> address.path().contains("{list:[a-z-]+}")
                        ? EntryLists.DESK.stream()
                                .map(list -> new Address("GET", "/{partnership}/" + list + "/{id}", "", ""))
                        : Stream.of(address))
                .map(address -> address.filled("p").substring(2));
    }

    private static String id(String page) {
        String[] parts = page.split("/");
        String last = parts[parts.length - 1];
        return last.matches("\\d{4}-\\d\\d") ? parts[parts.length - 2] : last;
    }

    private static String report(Caller finance) {
        var frozen = finance.post("reports", "{'id':'BE-1','name':'Bericht','from':'2012-01-01','to':'2012-12-31'}");
        assertThat(frozen.status()).isEqualTo(201);
        assertThat(finance.get("reports?minPosition=" + frozen.at("/position")).status())
                .isEqualTo(200);
        return "/reports/BE-1";
    }

    private static String bankLine(Caller finance) {
        var taken = finance.upload("bank-statements", STATEMENT.getBytes(StandardCharsets.UTF_8), "a.csv");
        assertThat(taken.status()).as(String.valueOf(taken.body())).isEqualTo(201);
        return "/money/bank/"
                + finance.get("bank-lines?minPosition=" + taken.at("/position")).at("/items/0/id");
    }

    private static @Nullable String link(Pattern pattern, String page) {
        String main = page.substring(page.indexOf("<main"));
        Matcher found = pattern.matcher(main);
        return found.find() ? found.group(1).replace("&amp;", "&") : null;
    }
}
