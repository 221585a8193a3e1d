package org.patenbuch.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server on this machine that answers as Vault's transit engine does. */
class VaultTransitTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private HttpServer vault;
    private Path token;

    @BeforeEach
    void start() throws IOException {
        vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/v1/transit/", VaultTransitTest::answer);
        vault.start();
        token = Files.writeString(folder.resolve("token"), "s.right\n");
    }

    @AfterEach
    void stop() {
        vault.stop(0);
    }

    @Test
    void the_file_holds_only_what_vault_encrypted_and_the_secret_is_the_same_at_every_start() throws IOException {
        byte[] print = new MasterKey(folder, transit(token)).fingerprint(TEXT);

        assertThat(Files.readString(file())).startsWith("vault:v1:");
        assertThat(new MasterKey(folder, transit(token)).fingerprint(TEXT)).isEqualTo(print);
    }

    @Test
    void a_secret_that_lay_there_in_clear_is_encrypted_and_stays_the_same() throws IOException {
        byte[] print = new MasterKey(folder, off()).fingerprint(TEXT);
        String clear = Files.readString(file());

        assertThat(new MasterKey(folder, transit(token)).fingerprint(TEXT)).isEqualTo(print);
        assertThat(Files.readString(file())).startsWith("vault:v1:").doesNotContain(clear.strip());
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    }

    @Test
    void without_vault_or_with_another_token_nothing_is_opened_and_no_new_secret_is_made() throws IOException {
        new MasterKey(folder, transit(token));
        String before = Files.readString(file());
        Path wrong = Files.writeString(folder.resolve("wrong"), "s.wrong");

        assertThatThrownBy(() -> new MasterKey(folder, transit(wrong)))
                .hasMessageContaining("answered 403")
                .message()
                .doesNotContain("s.wrong");
        assertThatThrownBy(() -> new MasterKey(folder, off())).hasMessageContaining("PATENBUCH_VAULT_ADDRESS");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    private Path file() {
        return folder.resolve("master.key");
    }

    private VaultTransit transit(Path tokenFile) {
        return new VaultTransit("http://127.0.0.1:" + vault.getAddress().getPort(), "patenbuch", tokenFile.toString());
    }

    private static VaultTransit off() {
        return new VaultTransit("", "patenbuch", "");
    }

    /** Turns the text round: enough to be another one. */
    private static void answer(HttpExchange asked) throws IOException {
        JsonMapper json = new JsonMapper();
        JsonNode body = json.readTree(asked.getRequestBody().readAllBytes());
        boolean mayAsk = "s.right".equals(asked.getRequestHeaders().getFirst("X-Vault-Token"));
        String data = asked.getRequestURI().getPath().equals("/v1/transit/encrypt/patenbuch")
                ? "{\"ciphertext\":\"vault:v1:" + turned(body.get("plaintext").asString()) + "\"}"
                : "{\"plaintext\":\"" + turned(body.get("ciphertext").asString().substring(9)) + "\"}";
        byte[] answer = ("{\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(mayAsk ? 200 : 403, mayAsk ? answer.length : -1);
        if (mayAsk) {
            asked.getResponseBody().write(answer);
        }
        asked.close();
    }

    private static String turned(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
