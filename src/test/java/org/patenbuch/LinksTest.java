package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows every link of every role, one page of each shape: none leads nowhere, to an error or to a closed door, and the
 * HTML checker finds nothing on it.
 */
class LinksTest extends DemonstrationTest {
    private static final int MOST = 200;
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"(/[^\"#]*)");
    private static final Pattern HELP = Pattern.compile("href=\"/help#(page-[a-z-]+)\"");
    private static final Pattern HEADING = Pattern.compile("<h1\\b");
    /** What is no page. */
    static final Pattern FILE = Pattern.compile("/api/.*|.*/evidence/pack|.*\\.[a-z0-9]{2,8}");

    private static final NuChecker CHECKER = new NuChecker();

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private String help;

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "finance", "auditor", "partner", "sponsor", "admin"})
    void every_link_of_every_role_leads_to_a_page_that_is_whole(String login) throws Exception {
        help = get("/help", login).body();
        Map<String, String> wrong = new TreeMap<>();
        Set<String> shapes = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of("/rosenstadt", "/help"));
        while (!open.isEmpty() && shapes.size() < MOST) {
            String address = open.poll();
            if (address.contains("lang=") || !shapes.add(shape(address))) continue;
            HttpResponse<String> answer = get(address, login);
            boolean page =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            long headings = page ? HEADING.matcher(answer.body()).results().count() : 1;
            if (answer.statusCode() != 200 || headings != 1) {
                wrong.put(address, answer.statusCode() + ", headings " + headings);
            }
            List<String> complaints = page ? CHECKER.check(answer.body()) : List.of();
            if (!complaints.isEmpty()) wrong.put(address + " as HTML", String.join("\n", complaints));
            if (page && !hasHelp(address, answer.body())) wrong.put(address + " for help", "leads nowhere");
            if (page) open.addAll(links(answer.body()));
        }
        assertThat(wrong).as("of " + shapes.size() + " addresses").isEmpty();
        assertThat(shapes).hasSizeGreaterThan(3).hasSizeLessThan(MOST);
    }

    /** Where a page of ours leads within the house. */
    static List<String> links(String html) {
        return LINK.matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
    }

    /** Every page but the first leads to a text of its own. */
    private boolean hasHelp(String address, String body) {
        Matcher help = HELP.matcher(body);
        return help.find()
                ? this.help.contains("id=\"" + help.group(1) + "\"")
                : !path(address).startsWith("/rosenstadt/");
    }

    private HttpResponse<String> get(String address, String login) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address(address)))
                .header("Cookie", SESSION + "=" + session(login))
                .header("Accept", "text/html, */*;q=0.8");
        if (FILE.matcher(path(address)).matches()) request.method("HEAD", HttpRequest.BodyPublishers.noBody());
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The address with every number and name of an entry left out. */
    static String shape(String address) {
        return path(address).replaceAll("/[^/]*[A-Z0-9][^/]*", "/*");
    }

    static String path(String address) {
        return address.replaceAll("[?#].*", "");
    }
}
