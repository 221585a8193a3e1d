package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every address there is, as every role, as the same role of a foreign partnership, as a foreign partner and a
 * foreign sponsor, and as nobody, and compares what is answered with {@code src/test/resources/access/endpoints.txt}.
 */
class EndpointsTest extends LedgerTest {
    private static final Set<Integer> AWAY = Set.of(403, 404);
    private static final Set<Integer> REACHED = Set.of(200, 201, 202, 204, 302, 303, 400, 404, 409, 415, 422);

    private static final String UPLOAD = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n%PDF-1.4 nothing\r\n--x--\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    private final List<String> deviations = new ArrayList<>();
    private int cells;

    @Test
    void every_address_has_its_line() {
        Set<String> lines = Address.all().stream().map(Address::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> mapped = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> names(info).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> missing = new TreeSet<>(mapped);
        missing.removeAll(lines);
        assertThat(missing).as("""
                        addresses without a line. Add each to src/test/resources/access/endpoints.txt, followed by
                        who gets in: ' = ' and letters of CFAPSM as that file explains, so for a list of coordinators
                        and auditors ' = CA', or ' ? from=1 = CA' where it needs a parameter""").isEmpty();
        lines.removeAll(mapped);
        assertThat(lines)
                .as("lines of endpoints.txt without an address: take them out")
                .isEmpty();
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.isEmpty()) methods.add("GET");
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }

    @Test
    void everyone_gets_in_where_the_table_says_and_nowhere_else() {
        fill();
        Map<Role, Visitor> members = visitors(partnership, "OWN-P", "OWN-V");
        Map<Role, Visitor> strangers = visitors("elsewhere", "OWN-P", "OWN-V");
        Map<Role, Visitor> others = visitors(partnership, "FAR-P", "FAR-V");
        Bodies bodies = new Bodies(
                members.get(Role.ADMIN).call("GET", "/v3/api-docs", "").body());
        List<Address> all = readsFirst();
        long before = position();
        all.forEach(address -> {
            nobody(address, bodies);
            strangers.forEach((role, stranger) -> foreign(address, role, stranger, bodies));
            others.forEach((role, other) -> notOwn(address, role, other, bodies));
            members.forEach((role, member) -> refused(address, role, member, bodies));
        });
        long after = position();
        all.forEach(address -> members.forEach((role, member) -> letIn(address, role, member, bodies)));

        System.out.println("endpoints x roles: " + all.size() + " addresses, " + cells + " cells, " + deviations.size()
                + " deviations");
        assertThat(deviations).as(cells + " cells").isEmpty();
        assertThat(after).as("nothing of what was refused is in the journal").isEqualTo(before);
    }

    private void nobody(Address address, Bodies bodies) {
        HttpResponse<String> answer = new Visitor(new Site(port), null, false).call(address, partnership, bodies);
        boolean login = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/login");
        // Without the token of a page a form gets nowhere at all
        boolean away = answer.statusCode() == 401 || !address.isForPrograms() && (login || answer.statusCode() == 403);
        check(
                address,
                "nobody",
                answer,
                address.isOpen() ? answer.statusCode() < 500 && answer.statusCode() != 401 : away);
    }

    private void foreign(Address address, Role role, Visitor stranger, Bodies bodies) {
        if (!address.isOfPartnership()) return;
        HttpResponse<String> answer = stranger.call(address, partnership, bodies);
        check(address, role + " of a foreign partnership", answer, answer.statusCode() == 404);
    }

    /** Another partner's or sponsor's: not to be had by its name, and nothing of it in any list. */
    private void notOwn(Address address, Role role, Visitor other, Bodies bodies) {
        if (!address.allowsOwn(role)) return;
        HttpResponse<String> answer = other.call(address, partnership, bodies);
        boolean named = address.namesKnownEntry() || address.method().equals("POST") && address.isForPrograms();
        boolean kept =
                named ? AWAY.contains(answer.statusCode()) : !answer.body().contains("OWN-");
        check(address, "another " + role, answer, kept && !answer.body().contains(Walk.SECRET));
    }

    private void refused(Address address, Role role, Visitor member, Bodies bodies) {
        if (address.allows(role)) return;
        HttpResponse<String> answer = member.call(address, partnership, bodies);
        int status = answer.statusCode();
        check(address, role + " (not allowed)", answer, status == 403 || !address.isForPrograms() && status == 404);
    }

    private void letIn(Address address, Role role, Visitor member, Bodies bodies) {
        if (!address.allows(role)) return;
        HttpResponse<String> answer = member.call(address, partnership, bodies);
        int status = answer.statusCode();
        boolean reads = address.method().equals("GET") && !address.namesUnknownEntry();
        boolean in = address.isOpen()
                ? status < 500 && status != 401 && status != 403
                : reads ? status == 200 || status == 302 : REACHED.contains(status);
        boolean mayKnow = role == Role.COORDINATOR || role == Role.SPONSOR;
        check(
                address,
                role + " (allowed)",
                answer,
                in && (mayKnow || !answer.body().contains(Walk.SECRET)));
    }

    private void check(Address address, String asker, HttpResponse<String> answer, boolean asExpected) {
        cells++;
        if (asExpected) return;
        String body = answer.body().startsWith("%PDF") ? "a PDF" : answer.body();
        deviations.add(address.name() + " = " + address.who() + ": " + asker + " got " + answer.statusCode() + " "
                + body.substring(0, Math.min(200, body.length())).replace('\n', ' '));
    }

    private void fill() {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        Caller finance = Caller.in(address, jdbc, Role.FINANCE, null, null);
        Caller coordinator = Caller.in(address, jdbc, Role.COORDINATOR, null, null);
        long last = Walk.fill(finance, coordinator);
        stamp();
        assertThat(coordinator.get("engagement?minPosition=" + last).status()).isEqualTo(200);
        assertThat(finance.get("funding?minPosition=" + last).status()).isEqualTo(200);
    }

    /** No authority is asked here; that one has answered is enough for its answer to be given away. */
    private void stamp() {
        await().untilAsserted(() ->
                assertThat(jdbc.sql("""
                        INSERT INTO evidence.timestamp (partnership, size, response, authority, stamped_at)
                        SELECT partnership, size, convert_to(note, 'UTF8'), 'CN=Test', now() FROM evidence.checkpoint
                        WHERE partnership = ? LIMIT 1""").param(partnership).update()).isPositive());
    }

    private static List<Address> readsFirst() {
        Predicate<Address> reads = address -> address.method().equals("GET");
        return Address.all().stream()
                .sorted(Comparator.comparing(address -> !reads.test(address)))
                .toList();
    }

    private long position() {
        return jdbc.sql("select coalesce(max(position), 0) from event where partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
    }

    private Map<Role, Visitor> visitors(String where, String partnerId, String sponsorId) {
        Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Member member = Member.of(users, where, role);
            String own = role == Role.PARTNER ? partnerId : role == Role.SPONSOR ? sponsorId : null;
            users.grant(new Membership(
                    member.user().userId(),
                    where,
                    role,
                    role == Role.PARTNER ? own : null,
                    role == Role.SPONSOR ? own : null));
            Site site = new Site(port);
            site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
            visitors.put(role, new Visitor(site, Site.basic(member.login(), Member.PASSWORD), true));
        }
        return visitors;
    }

    /** One person: at pages with a session and the page's token, at the API with name and password. */
    private static final class Visitor {
        private final Site site;
        private final @org.jspecify.annotations.Nullable String basic;
        private final boolean loggedIn;
        private @org.jspecify.annotations.Nullable String token;

        Visitor(Site site, @org.jspecify.annotations.Nullable String basic, boolean loggedIn) {
            this.site = site;
            this.basic = basic;
            this.loggedIn = loggedIn;
        }

        HttpResponse<String> call(Address address, String partnership, Bodies bodies) {
            String query = address.query().isEmpty() ? "" : "?" + address.query();
            String path = address.filled(partnership);
            if (!address.isForPrograms() && address.method().equals("POST")) {
                HttpRequest.Builder form = site.to(path + query);
                if (loggedIn) form.header("X-CSRF-TOKEN", token());
                boolean file = takesFile(path);
                return site.send(form.header(
                                "Content-Type",
                                file ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(file ? UPLOAD : "")));
            }
            return call(address.method(), path + query, bodies.of(address));
        }

        /** As a form brings it along, from a page that every person may see. */
        private String token() {
            if (token == null) token = site.token().orElseThrow();
            return token;
        }

        private static boolean takesFile(String path) {
            return path.matches(".*/(files|imports|bank-statements|money/bank)");
        }

        HttpResponse<String> call(String method, String path, String body) {
            HttpRequest.Builder request = site.to(path);
            if (path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator")) {
                if (basic != null) request.header("Authorization", basic);
            }
            if (method.equals("GET")) return site.send(request.GET());
            boolean file = takesFile(path);
            return site.send(
                    request.header("Content-Type", file ? "multipart/form-data; boundary=x" : "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(file ? UPLOAD : body)));
        }
    }
}
