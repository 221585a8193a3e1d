package org.patenbuch.privacy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HashiCorp Vault (or OpenBao) as keeper of the key that wraps the installation's secret: with it {@code master.key}
 * holds only what Vault's transit engine has encrypted, and is of no use without Vault. On by settings alone.
 */
@Component
class VaultTransit {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final String key;
    private final String tokenFile;

    VaultTransit(
            @Value("${patenbuch.vault.address:}") String address,
            @Value("${patenbuch.vault.key:patenbuch}") String key,
            @Value("${patenbuch.vault.token-file:}") String tokenFile) {
        this.address = address;
        this.key = key;
        this.tokenFile = tokenFile;
    }

    boolean on() {
        return !address.isBlank();
    }

    /** @return {@code vault:v1:…} */
    String encrypt(String base64) {
        return ask("encrypt", "plaintext", base64, "ciphertext");
    }

    /** @return base64 */
    String decrypt(String ciphertext) {
        return ask("decrypt", "ciphertext", ciphertext, "plaintext");
    }

    private String ask(String what, String field, String value, String wanted) {
        if (!on()) {
            throw new IllegalStateException(
                    "master.key was encrypted by Vault: set PATENBUCH_VAULT_ADDRESS and PATENBUCH_VAULT_TOKEN_FILE");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = Files.readString(Path.of(tokenFile)).strip();
            String body = JSON.writeValueAsString(JSON.createObjectNode().put(field, value));
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/transit/" + what + "/" + key))
                    .timeout(PATIENCE)
                    .header("X-Vault-Token", token)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw unable(what, "answered " + answer.statusCode());
            }
            JsonNode found = JSON.readTree(answer.body()).at("/data/" + wanted);
            if (!found.isString()) {
                throw unable(what, "gave no " + wanted);
            }
            return found.asString();
        } catch (IOException | JacksonException unreachable) {
            throw unable(what, unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unable(what, "was not waited for");
        }
    }

    /** Never with what was sent: it holds the secret. */
    private IllegalStateException unable(String what, String why) {
        return new IllegalStateException("Vault at " + address + " " + why + " when asked to " + what
                + " master.key; check its address, the token file, and the transit key " + key);
    }
}
