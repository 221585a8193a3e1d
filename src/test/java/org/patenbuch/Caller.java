package org.patenbuch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API over HTTP in one role of one partnership, with a user of its own. */
public final class Caller {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "a long password for a test";

    /** @param body null where there was none */
    public record Answer(
            int status,
            java.net.http.HttpHeaders headers,
            @Nullable JsonNode body) {
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The value at a JSON pointer, {@code /items/0/name}, as text; null if there is none. */
        public @Nullable String at(String pointer) {
            JsonNode found = body == null ? null : body.at(pointer);
            return found == null || found.isMissingNode() || found.isNull() ? null : found.asString();
        }

        public String code() {
            return String.valueOf(at("/code"));
        }
    }

    private final String address;
    private final String login;

    private Caller(String address, String login) {
        this.address = address;
        this.login = login;
    }

    /** @param address of the partnership: {@code http://127.0.0.1:port/api/v1/p-1} */
    public static Caller in(
            String address, JdbcClient jdbc, Role role, @Nullable String partnerId, @Nullable String sponsorId) {
        String login = "caller-" + UUID.randomUUID();
        String partnership = address.substring(address.lastIndexOf('/') + 1);
        Users.add(jdbc, login, PASSWORD, partnership, role, partnerId, sponsorId);
        return new Caller(address, login);
    }

    /** The name this person logs in with. */
    public String login() {
        return login;
    }

    /** The same person with a browser, logged in: pages and forms as they come. */
    public Site atThePages(int port) {
        Site site = new Site(port);
        site.submit("/login", Map.of("username", login, "password", PASSWORD));
        return site;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** What is answered in another form than JSON. */
    public HttpResponse<String> text(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param body JSON; single quotes stand for double ones */
    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a file as a browser's form does, under the name {@code file}. */
    public Answer upload(String path, byte[] content, String fileName) {
        String end = "\r\n";
        String boundary = "----" + UUID.randomUUID();
        String head = "--" + boundary + end + "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"" + end + "Content-Type: application/octet-stream" + end + end;
        var body = HttpRequest.BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8),
                content,
                (end + "--" + boundary + "--" + end).getBytes(StandardCharsets.UTF_8)));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    /** What is answered as it is, byte for byte. */
    public HttpResponse<byte[]> bytes(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + "/" + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept-Language", "en");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), response.headers(), body.isEmpty() ? null : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
