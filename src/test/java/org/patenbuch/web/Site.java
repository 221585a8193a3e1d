package org.patenbuch.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server as seen from outside: requests as they are, cookies kept, no redirect followed. */
public final class Site {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** One for all: each has threads and connections of its own. Cookies are the site's. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    private Optional<String> token = Optional.empty();
    /** The cookies for which the token was given: at the log-in they change, and the token with them. */
    private String tokenOf = "";

    public Site(int port) {
        this.port = port;
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(headers.length == 0 ? to(path) : to(path).headers(headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return sent(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            HttpRequest.Builder own = request.copy();
            cookies.get(own.build().uri(), Map.of())
                    .forEach((name, values) -> own.header(name, String.join("; ", values)));
            HttpResponse<T> answer = CLIENT.send(own.build(), as);
            cookies.put(answer.uri(), answer.headers().map());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is answered as it is, byte for byte. */
    public HttpResponse<byte[]> bytes(String path) {
        return sent(to(path), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form as a browser would, with the token of the page it stands on. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        Optional<String> token = token();
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(
                path,
                token.map(one -> body + "&_csrf=" + URLEncoder.encode(one, StandardCharsets.UTF_8))
                        .orElse(body));
    }

    /** The token that forms of this session carry. */
    public Optional<String> token() {
        if (token.isEmpty() || !tokenOf.equals(held())) {
            Matcher found = TOKEN.matcher(get("/login").body() + get("/help").body()); // logged in, the first leads on
            token = found.find() ? Optional.of(found.group(1)) : Optional.empty();
            tokenOf = held();
        }
        return token;
    }

    private String held() {
        return cookies.getCookieStore().getCookies().toString();
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public HttpResponse<String> post(String path, String form) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Whatever bytes, as no HTTP client would send them; the answer as it comes. */
    public String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String basic(String login, String password) {
        String both = login + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
