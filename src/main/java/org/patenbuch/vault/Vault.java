package org.patenbuch.vault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * HashiCorp Vault (or OpenBao) over HTTP. On by settings alone; its token is read anew for every question, so a renewed
 * one counts at once.
 */
@Component
public class Vault {
    private static final JsonMapper JSON = new JsonMapper();

    /** Vault could not be asked, or gave no use of its answer; the message is one sentence, without any secret. */
    public static final class Unable extends IllegalStateException {
        private final int status;

        Unable(String message, int status) {
            super(message);
            this.status = status;
        }

        /** Of its answer; 0 where there was none. */
        public int status() {
            return status;
        }
    }

    private final String address;
    private final String tokenFile;
    private final Duration patience;
    private final HttpClient client;

    public Vault(
            @Value("${patenbuch.vault.address:}") String address,
            @Value("${patenbuch.vault.token-file:}") String tokenFile,
            @Value("${patenbuch.vault.patience:PT5S}") Duration patience) {
        this.address = address;
        this.tokenFile = tokenFile;
        this.patience = patience;
        client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    public boolean on() {
        return !address.isBlank();
    }

    /**
     * @param path below {@code /v1/}
     * @return its {@code data}; missing where it gives none
     * @throws Unable if it is off, away, sealed, or refuses
     */
    public JsonNode read(String path) {
        return ask(path, HttpRequest.newBuilder().GET());
    }

    /** As {@link #read}, with a question. */
    public JsonNode write(String path, Map<String, Object> question) {
        return ask(
                path,
                HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question))));
    }

    /** What was asked is never said: it may be a secret. */
    public Unable unable(String path, String why) {
        return new Unable("Vault at " + address + " " + why + " (" + path + ")", 0);
    }

    private JsonNode ask(String path, HttpRequest.Builder question) {
        if (!on()) {
            throw new Unable("Vault is asked for: set PATENBUCH_VAULT_ADDRESS and PATENBUCH_VAULT_TOKEN_FILE", 0);
        }
        try {
            HttpRequest request = question.uri(URI.create(address + "/v1/" + path))
                    .timeout(patience)
                    .header("X-Vault-Token", token())
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Unable(unable(path, refused(answer.statusCode())).getMessage(), answer.statusCode());
            }
            return answer.body().isBlank()
                    ? MissingNode.getInstance()
                    : JSON.readTree(answer.body()).path("data");
        } catch (HttpTimeoutException slow) {
            throw unable(path, "did not answer within " + patience.toMillis() + " ms");
        } catch (IOException away) {
            throw unable(path, "cannot be reached: " + away.getClass().getSimpleName());
        } catch (JacksonException other) {
            throw unable(path, "gave an answer that is not JSON; is this the address of Vault?");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unable(path, "was not waited for");
        }
    }

    private String token() {
        try {
            return Files.readString(Path.of(tokenFile)).strip();
        } catch (IOException unreadable) {
            throw new Unable("The token for Vault cannot be read: PATENBUCH_VAULT_TOKEN_FILE is " + tokenFile, 0);
        }
    }

    private static String refused(int status) {
        return "answered " + status
                + switch (status) {
                    case 403 -> ": the token in PATENBUCH_VAULT_TOKEN_FILE may not do this";
                    case 404 -> ": there is no such key, or no transit engine";
                    case 503 -> ": it is sealed or in maintenance";
                    default -> "";
                };
    }
}
