package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.access.Address;
import org.patenbuch.access.EntryLists;
import org.patenbuch.eventstore.Command;
import org.patenbuch.funding.RandomMoney;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every address that can be asked about a moment of knowledge gives for ever the answer it gave at that moment: what
 * programs were told of the present then, and every page and table. The addresses are those of {@code
 * access/endpoints.txt}, where each has its line. The full run: {@code -Daudit.history=2000 -Daudit.positions=50}.
 */
class SameForEverTest extends LedgerTest {
    private static final int HISTORY = Integer.getInteger("audit.history", 120);
    private static final int POSITIONS = Integer.getInteger("audit.positions", 2);
    private static final boolean LONG = POSITIONS > 10;
    /** Longer answers are kept as what they hash to. */
    private static final int KEPT = 5_000;

    /** For what tells the present only, whatever its address names. */
    private static final String UNKNOWN = "not-filled-in";

    /** Made of what is asked anyway, and slow to make. */
    private static final Set<String> PRINTED = Set.of("pdf", "xlsx", "pack");

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final JsonMapper json = new JsonMapper();
    private final Set<String> onlyNow = new ConcurrentSkipListSet<>();
    private final Set<String> covered = new ConcurrentSkipListSet<>();
    private Caller caller;
    private Site pages;
    private long last;

    private record Told(long position, String address, String answer) {}

    @Test
    void every_answer_stays_what_it_was() {
        String at = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        caller = Caller.in(at, jdbc, Role.COORDINATOR, null, null);
        pages = caller.atThePages(port);
        RandomHistory history = new RandomHistory(Long.getLong("audit.seed", 5), partnership);
        OfficeDeeds deeds = new OfficeDeeds(5, caller, Caller.in(at, jdbc, Role.FINANCE, null, null));
        history.beginning().forEach(this::tried);
        List<Told> told = new ArrayList<>();
        Set<Integer> asked = asked();
        for (int i = 0; i < HISTORY; i++) {
            if (i % 3 == 0) last = Math.max(last, deeds.next());
            else tried(history.next());
            if (asked.contains(i)) told.addAll(told());
        }
        Map<String, String> changed = new ConcurrentSkipListMap<>();
        told.parallelStream().forEach(one -> {
            String now = answer(one.address(), "atPosition=" + one.position());
            if (!now.equals(one.answer())) {
                changed.put(one.address() + " at " + one.position(), one.answer() + "\nis now\n" + now);
            }
        });
        long nothing =
                told.stream().filter(one -> one.answer().startsWith("404")).count();
        System.out.println("same for ever: " + told.size() + " answers of " + covered.size() + " addresses at "
                + POSITIONS + " positions, " + changed.size() + " changed; " + nothing + " found nothing; "
                + onlyNow.size() + " tell the present only");
        assertThat(changed).isEmpty();
        assertThat(covered).hasSizeGreaterThan(85);
    }

    private static Set<Integer> asked() {
        Random random = new Random(5);
        Set<Integer> asked = new TreeSet<>();
        while (asked.size() < POSITIONS) {
            asked.add(HISTORY / 3 + random.nextInt(HISTORY - HISTORY / 3));
        }
        return asked;
    }

    private void tried(Command command) {
        try {
            last = send(command, RandomMoney.treasurer(command)).position();
        } catch (Rejected refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    /** What is told now: programs ask about the present, pages and files about this very position. */
    private List<Told> told() {
        assertThat(caller.get("bank-lines?minPosition=" + last).status()).isEqualTo(200);
        Map<String, List<String>> ids = new TreeMap<>();
        Map<String, String> addresses = new TreeMap<>(); // to the line it is of
        Address.all().stream().filter(SameForEverTest::isRead).forEach(line -> {
            for (String address : filled(line, ids)) addresses.put(address, line.path());
        });
        return addresses.entrySet().parallelStream()
                .filter(one -> isAsked(one.getKey(), one.getValue()))
                .map(one -> {
                    boolean program = one.getKey().startsWith("/api/");
                    String answer = answer(one.getKey(), (program ? "minPosition=" : "atPosition=") + last);
                    return new Told(last, one.getKey(), answer);
                })
                .toList();
    }

    /** Whether an address of this line can be asked about a moment; that those which cannot may not is tested elsewhere. */
    private boolean isAsked(String address, String line) {
        if (onlyNow.contains(line)) return false;
        if (!covered.contains(line) || address.contains(UNKNOWN)) {
            if (answer(address, "atPosition=" + last).startsWith("400")) {
                onlyNow.add(line);
                return false;
            }
            assertThat(address)
                    .as(line + " answers as of a moment: say in values() how to fill it in")
                    .doesNotContain(UNKNOWN);
            covered.add(line);
        }
        return true;
    }

    private static boolean isRead(Address line) {
        return line.method().equals("GET")
                && line.isOfPartnership()
                && line.allows(Role.COORDINATOR)
                && PRINTED.stream().noneMatch(line.path()::endsWith);
    }

    /** Every address of a line: of each kind it names, of entries there are, of all and of a period or, in short, either. */
    private List<String> filled(Address line, Map<String, List<String>> ids) {
        List<String> addresses = List.of(line.path().replaceAll("\\{partnership(:[^}]*)?}", partnership));
        while (addresses.getFirst().contains("{")) {
            addresses = addresses.stream()
                    .flatMap(address -> {
                        int from = address.indexOf('{');
                        String variable = address.substring(from + 1, address.indexOf('}'));
                        String before = address.substring(0, from);
                        String after = address.substring(address.indexOf('}') + 1);
                        return values(variable, before, ids).stream().map(value -> before + value + after);
                    })
                    .toList();
            if (addresses.isEmpty()) return List.of();
        }
        String query = line.query().replace("size=1", "size=20");
        List<String> all = new ArrayList<>();
        for (String address : addresses) {
            boolean ofPeriods = query.isEmpty() && !line.path().endsWith("}");
            boolean whole = LONG || !ofPeriods || address.hashCode() % 2 == 0;
            if (whole) all.add(query.isEmpty() ? address : address + "?" + query);
            if (ofPeriods && (LONG || !whole)) all.add(address + "?from=2012-03-10&to=2013-02-20");
        }
        return all;
    }

    private List<String> values(String variable, String before, Map<String, List<String>> ids) {
        String[] parts = before.split("/");
        String list = before.endsWith("/") ? parts[parts.length - 1] : "";
        if (variable.equals("list:[a-z-]+")) return new ArrayList<>(EntryLists.DESK);
        if (variable.equals("ending:csv|xlsx|pdf")) return List.of("csv");
        if (variable.contains("|"))
            return List.of(variable.substring(variable.indexOf(':') + 1).split("\\|"));
        return switch (variable) {
            case "id" -> ids.computeIfAbsent(list.equals("bank") ? "bank-lines" : list, this::ids);
            case "sponsorId" -> List.of("V-1", "V-3");
            case "partnerId" -> List.of("P-1");
            case "month" -> List.of("2012-10", "2012-12");
            default -> List.of(UNKNOWN);
        };
    }

    private List<String> ids(String list) {
        JsonNode items =
                caller.get(list + "?limit=500&minPosition=" + last).body().path("items");
        List<String> ids = items.valueStream()
                .map(item -> item.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
        // The last one and some before: the first are those that changed least
        return ids.reversed().stream().limit(LONG ? 3 : 1).toList();
    }

    private String answer(String address, String moment) {
        String asked = address + (address.contains("?") ? "&" : "?") + moment;
        String api = "/api/v1/" + partnership + "/";
        HttpResponse<String> answer =
                asked.startsWith(api) ? caller.text(asked.substring(api.length())) : pages.get(asked);
        assertThat(answer.statusCode()).as(asked + " " + answer.body()).isIn(200, 302, 400, 404);
        String text = answer.statusCode() == 302
                ? answer.headers().firstValue("Location").orElse("")
                : told(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
        boolean refused = answer.statusCode() == 400 && !text.contains("only-now") && !text.contains("atPosition");
        assertThat(refused).as(asked + " " + text).isFalse();
        return answer.statusCode() + " "
                + (text.length() < KEPT ? text : DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without what the question itself says, and without the frame around a page. */
    private String told(String type, String text) {
        if (type.startsWith("text/html")) return text.substring(text.indexOf("<main"), text.indexOf("</main>"));
        if (!type.contains("json")) return text;
        JsonNode body = json.readTree(text);
        if (body instanceof ObjectNode object) object.remove("position");
        return body.toString();
    }
}
