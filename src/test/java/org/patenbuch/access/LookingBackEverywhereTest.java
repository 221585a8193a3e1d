package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every address that is read, of {@code src/test/resources/access/endpoints.txt}, what was known at a position. It
 * answers as of then and says so, on every page and in every file, and its links lead to the same moment; or it is one
 * of those below and refuses with a sentence. None ignores the question.
 */
class LookingBackEverywhereTest extends LedgerTest {
    /** What tells the present state only, below the partnership, and why. */
    private static final Map<String, String> ONLY_NOW = Map.of(
            "accesses", "lies beside the journal, without positions",
            "evidence(/.*|)", "proves the journal by sizes of its own",
            "differences", "names its two states itself",
            "(persons(/.*|)|consents|retention)", "what is kept about people today, and until when",
            "imports(/.*|)", "what is being taken in",
            "(audit|search|users|live|my-hours/worker.js)", "where one begins, and what holds no entries",
            "(my-hours|people/hours|money/enter/.*|.*/new|.*/\\{action}|.*/budget/check)",
                    "something is to be entered");

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"?]*)");
    /** Of what {@link Walk} writes, and what no page says of its own. */
    private static final List<String> WRITTEN =
            List.of("OWN-", "FAR-", "Wohnbau", "Stadtwerke", "Ahorn", Walk.SECRET, "Runder Tisch", "Planbarkeit");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final Map<Role, Caller> programs = new EnumMap<>(Role.class);
    private final Map<Role, Site> people = new EnumMap<>(Role.class);
    private final Map<String, String> wrong = new TreeMap<>();
    private final Set<String> refused = new TreeSet<>();
    private int answered;
    private long before;
    private long after;

    @BeforeEach
    void fill() {
        before = jdbc.sql("SELECT max(position) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
        programs.putAll(Walk.everyRole(port, partnership, jdbc));
        programs.forEach((role, caller) -> people.put(role, caller.atThePages(port)));
        after = Walk.fill(programs.get(Role.FINANCE), programs.get(Role.COORDINATOR));
    }

    @Test
    void every_address_answers_as_of_then_or_says_that_it_cannot() {
        for (Address address : asked()) {
            HttpResponse<byte[]> answer = ask(address, before);
            String name = address.path();
            switch (answer.statusCode()) {
                case 200 -> knewNothing(address, answer);
                case 302 -> leadsOn(name, answer);
                case 400 -> refuses(name, answer);
                case 404 -> {
                    if (!address.namesKnownEntry() && !address.namesUnknownEntry()) wrong.put(name, "404");
                }
                default -> wrong.put(name, answer.statusCode() + " " + text(answer));
            }
        }
        System.out.println("asked about a position: " + answered + " answer, " + refused.size() + " refuse");
        assertThat(wrong).isEmpty();
        assertThat(ONLY_NOW.keySet())
                .as("told of the present only, but answered")
                .allMatch(pattern -> refused.stream().anyMatch(path -> path.matches(pattern)));
        assertThat(refused)
                .as("refuses to be asked about a position, and is not among those that may")
                .allMatch(path -> ONLY_NOW.keySet().stream().anyMatch(path::matches));
    }

    @Test
    void every_page_of_an_earlier_state_says_so_and_its_links_and_forms_lead_to_the_same_state() {
        Map<String, Boolean> able = new TreeMap<>();
        for (Address address : asked()) {
            HttpResponse<byte[]> answer = ask(address, after);
            boolean page =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            if (answer.statusCode() != 200 || !page) continue;
            String text = text(answer);
            if (!text.contains("data-then=\"" + after + "\"")) wrong.put(address.path(), "no banner");
            Site asker = people.get(asker(address));
            for (String link : lost(text, address.filled(partnership))) {
                String path = link.replaceAll("\\?.*", "");
                boolean lost = able.computeIfAbsent(
                        path,
                        there -> asker.get(link + (link.contains("?") ? "&" : "?") + "atPosition=" + after)
                                        .statusCode()
                                != 400);
                if (lost) wrong.merge(address.path(), link, (one, other) -> one + " " + other);
            }
            String main = text.substring(text.indexOf("<main"), text.indexOf("</main>"));
            if (main.contains("method=\"post\"")) wrong.merge(address.path(), "a form", String::concat);
        }
        assertThat(wrong).isEmpty();
        assertThat(able)
                .as("links that do not carry the state, for there is none")
                .isNotEmpty();
    }

    /** Links and forms that ask, below this partnership, without the state; the way back to the present is none. */
    private List<String> lost(String page, String itself) {
        List<String> lost = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            String there = link.group(1).replace("&amp;", "&");
            boolean back = there.replaceAll("\\?.*", "").equals(itself) && !there.contains("lang=");
            if (ofThePartnership(there) && !there.contains("atPosition=") && !back) lost.add(there);
        }
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Matcher action = ACTION.matcher(form.group());
            String within = page.substring(form.end(), page.indexOf("</form>", form.end()));
            if (form.group().contains("method=\"get\"")
                    && action.find()
                    && ofThePartnership(action.group(1))
                    && !within.contains("name=\"atPosition\"")) {
                lost.add(action.group(1));
            }
        }
        return lost;
    }

    private boolean ofThePartnership(String address) {
        return address.matches("(/api/v1)?/" + partnership + "([/?].*)?");
    }

    private static List<Address> asked() {
        return Address.all().stream()
                .filter(address -> address.method().equals("GET") && address.isOfPartnership())
                .toList();
    }

    private static Role asker(Address address) {
        for (Role role : Role.values()) {
            if (address.allows(role)) return role;
        }
        throw new AssertionError(address.path() + " lets nobody in");
    }

    private HttpResponse<byte[]> ask(Address address, long position) {
        String path = address.filled(partnership)
                + (address.query().isEmpty() ? "?" : "?" + address.query() + "&")
                + "atPosition=" + position;
        String api = "/api/v1/" + partnership + "/";
        return path.startsWith(api)
                ? programs.get(asker(address)).bytes(path.substring(api.length()))
                : people.get(asker(address)).bytes(path);
    }

    /** Nothing of what was written later, and the position. */
    private void knewNothing(Address address, HttpResponse<byte[]> answer) {
        answered++;
        String name = address.path();
        String text = text(answer);
        String said = text;
        for (String part : address.filled(partnership).split("[/.]")) {
            if (part.startsWith("OWN-")) said = said.replace(part, ""); // from the address itself
        }
        for (String word : WRITTEN) {
            if (said.contains(word)) wrong.merge(name, "knows " + word, (one, other) -> one + ", " + other);
        }
        if (!namesPosition(answer, text)) wrong.merge(name, "names no position", (one, other) -> one + ", " + other);
    }

    private boolean namesPosition(HttpResponse<byte[]> answer, String text) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html")) return text.contains("data-then=\"" + before + "\"");
        if (type.contains("json"))
            return new JsonMapper().readTree(text).path("position").asLong(-1) == before;
        String file = answer.headers().firstValue("Content-Disposition").orElse("");
        return (file + text).replaceAll("(?<=\\d)[.,](?=\\d{3})", "").contains("" + before);
    }

    private void leadsOn(String name, HttpResponse<byte[]> answer) {
        answered++;
        String there = answer.headers().firstValue("Location").orElse("");
        if (!there.contains("atPosition=" + before)) wrong.put(name, "leads to " + there);
    }

    private void refuses(String name, HttpResponse<byte[]> answer) {
        refused.add(name.replaceAll("^(/api/v1)?/\\{partnership[^}]*}/", ""));
        if (!text(answer).contains("atPosition")) wrong.put(name, text(answer));
    }

    private static String text(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/pdf")) return new String(answer.body(), StandardCharsets.UTF_8);
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
