package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Command;
import org.patenbuch.funding.RandomMoney;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every address that can be asked about a moment of knowledge gives for ever the answer it gave at that moment. The
 * addresses are those the server has, so a new one is asked as well. The full run: {@code -Daudit.history=2000
 * -Daudit.positions=50}.
 */
class SameForEverTest extends LedgerTest {
    private static final int HISTORY = Integer.getInteger("audit.history", 120);
    private static final int POSITIONS = Integer.getInteger("audit.positions", 3);

    /** What is about now only: a record beside the journal, and files that take long and are made of what is asked anyway. */
    private static final Set<String> NOT_OF_A_MOMENT = Set.of("accesses");

    private static final Map<String, String> NEEDED =
            Map.of("samples", "seed=a&size=20", "exports/journal", "format=beancount");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final JsonMapper json = new JsonMapper();
    private long last;

    private record Told(long position, String address, String answer) {}

    @Test
    void every_answer_stays_what_it_was() {
        Caller caller =
                Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, Role.COORDINATOR, null, null);
        RandomHistory history = new RandomHistory(Long.getLong("audit.seed", 5), partnership);
        history.beginning().forEach(this::tried);
        Random random = new Random(5);
        Set<Integer> asked = new TreeSet<>();
        while (asked.size() < POSITIONS) {
            asked.add(random.nextInt(HISTORY));
        }
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < HISTORY; i++) {
            tried(history.next());
            if (asked.contains(i)) {
                for (String address : addresses(caller)) {
                    told.add(new Told(last, address, answer(caller, address, "minPosition=" + last)));
                }
            }
        }
        assertThat(told).hasSizeGreaterThan(POSITIONS * 20);
        Map<String, String> changed = new LinkedHashMap<>();
        for (Told one : told) {
            String now = answer(caller, one.address(), "atPosition=" + one.position());
            if (!now.equals(one.answer())) {
                changed.put(one.address() + " at " + one.position(), one.answer() + "\nis now\n" + now);
            }
        }
        assertThat(changed).isEmpty();
    }

    private void tried(Command command) {
        try {
            last = send(command, RandomMoney.treasurer(command)).position();
        } catch (Rejected refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    /** Of lists, and of up to three things in each that can be asked for by itself. */
    private Set<String> addresses(Caller caller) {
        Set<String> addresses = new TreeSet<>(Set.of("events?limit=500"));
        Map<String, List<String>> ids = new TreeMap<>();
        for (String path : paths()) {
            String list = path.contains("{id}")
                    ? path.substring(0, path.indexOf("/{id}")).replace("trace/", "")
                    : path;
            if (path.contains("{id}")) {
                ids.computeIfAbsent(list, name -> ids(caller, name))
                        .forEach(id -> addresses.add(path.replace("{id}", id)));
            } else if (!path.contains("{")) {
                addresses.add(NEEDED.containsKey(path) ? path + "?" + NEEDED.get(path) : path);
                addresses.add(
                        NEEDED.containsKey(path)
                                ? path + "?" + NEEDED.get(path)
                                : path + "?from=2012-03-10&to=2013-02-20");
            }
        }
        return addresses;
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            boolean ofAMoment =
                    Arrays.asList(method.getMethod().getParameterTypes()).contains(Asked.class);
            if (ofAMoment && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1/{partnership}/"))
                        .map(pattern -> pattern.substring("/api/v1/{partnership}/".length()))
                        .filter(path -> !NOT_OF_A_MOMENT.contains(path) && !path.endsWith(".pdf"))
                        .forEach(paths::add);
            }
        });
        assertThat(paths).contains("funding", "engagement", "hours", "trace/expenses/{id}", "reports");
        return paths;
    }

    private List<String> ids(Caller caller, String list) {
        JsonNode items = caller.get(list + "?minPosition=" + last).body().path("items");
        return items.valueStream()
                .map(item -> item.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .limit(3)
                .toList();
    }

    /** Without what the question itself says. */
    private String answer(Caller caller, String address, String moment) {
        var answer = caller.text(address + (address.contains("?") ? "&" : "?") + moment);
        String text = answer.body();
        if (answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
            JsonNode body = json.readTree(text);
            if (body instanceof ObjectNode object) {
                object.remove("position");
            }
            text = body.toString();
        }
        assertThat(answer.statusCode()).as(address + " " + text).isIn(200, 404);
        return answer.statusCode() + " " + text;
    }
}
