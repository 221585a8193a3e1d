package org.patenbuch.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partnership's evidence at a server: {@code https://…/api/v1/<partnership>}. The only thing here that uses a network. */
final class Remote implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private final @Nullable String authorization;

    /** @param login {@code name:password}; null for none */
    Remote(String address, @Nullable String login) {
        this.address = address.replaceAll("/+$", "") + "/evidence/";
        authorization = login == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    String get(String path) throws IOException {
        return send(request(path).GET());
    }

    List<byte[]> consistency(long from, long to) throws IOException {
        try {
            List<byte[]> hashes = new ArrayList<>();
            for (JsonNode hash :
                    JSON.readTree(get("consistency?from=" + from + "&to=" + to)).path("hashes")) {
                hashes.add(VerifierKey.base64(hash.asString("")));
            }
            return hashes;
        } catch (Malformed | JacksonException broken) {
            throw new IOException("not a proof", broken);
        }
    }

    void post(String path, Object body) throws IOException {
        send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + " " + answer.uri().getPath());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
