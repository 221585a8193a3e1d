package org.patenbuch.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers on loopback as Vault's transit engine is documented to: makes, shows and rotates keys of type ed25519 and
 * really signs with them; encrypts by turning the text round, which is enough to be another one. It can be told to fail
 * in every way a Vault does, and in some that none should.
 */
public final class LocalVault implements AutoCloseable {
    /** How it answers. */
    public enum Mood {
        WELL,
        SEALED,
        /** Not before it is {@link #release released}. */
        SLOW,
        /** Signs something else. */
        LYING,
        /** What stands where a signature should is none. */
        BABBLING,
        /** Signs with another version than asked for. */
        OTHER_VERSION,
        /** As a web page that says hello. */
        SOMEBODY_ELSE
    }

    private static final String TOKEN = "s.right";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, List<KeyPair>> keys = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;

    public LocalVault() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/transit/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A client that has the right token. */
    public Vault client(Path folder) {
        return client(folder, TOKEN, Duration.ofSeconds(5));
    }

    public Vault client(Path folder, String token, Duration patience) {
        return new Vault(address(), token(folder, token).toString(), patience);
    }

    public Path token(Path folder) {
        return token(folder, TOKEN);
    }

    private static Path token(Path folder, String token) {
        try {
            return Files.writeString(folder.resolve("token"), token + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void is(Mood now) {
        mood = now;
    }

    /** Until somebody waits for a slow answer. */
    public void awaitSomebodyWaiting() throws InterruptedException {
        waiting.await();
    }

    public void release() {
        released.countDown();
    }

    /** What somebody does at Vault by hand. */
    public void has(String name, String type) {
        types.put(name, type);
        rotate(name);
    }

    public void rotate(String name) {
        try {
            keys.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public int versions(String name) {
        return keys.getOrDefault(name, List.of()).size();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }

    private void answer(HttpExchange asked) throws IOException {
        byte[] body = asked.getRequestBody().readAllBytes();
        if (!TOKEN.equals(asked.getRequestHeaders().getFirst("X-Vault-Token"))) {
            send(asked, 403, "{\"errors\":[\"permission denied\"]}");
        } else if (mood == Mood.SEALED) {
            send(asked, 503, "{\"errors\":[\"Vault is sealed\"]}");
        } else if (mood == Mood.SOMEBODY_ELSE) {
            send(asked, 200, "<html>hello</html>");
        } else {
            String[] path = asked.getRequestURI()
                    .getPath()
                    .substring("/v1/transit/".length())
                    .split("/");
            transit(asked, path, body.length == 0 ? null : JSON.readTree(body));
        }
    }

    private void transit(HttpExchange asked, String[] path, JsonNode body) throws IOException {
        String name = path[1];
        boolean post = asked.getRequestMethod().equals("POST");
        if (path[0].equals("encrypt")) {
            send(
                    asked,
                    200,
                    data(
                            "ciphertext",
                            "vault:v1:" + turned(body.path("plaintext").asString())));
        } else if (path[0].equals("decrypt")) {
            String ciphertext = body.path("ciphertext").asString();
            send(asked, 200, data("plaintext", turned(ciphertext.substring("vault:v1:".length()))));
        } else if (path[0].equals("keys") && post && path.length == 2) {
            if (!keys.containsKey(name)) has(name, body.path("type").asString("aes256-gcm96"));
            send(asked, 204, "");
        } else if (!keys.containsKey(name)) {
            send(asked, 404, "{\"errors\":[]}");
        } else if (path[0].equals("keys") && path.length == 2) {
            send(asked, 200, shown(name));
        } else if (path[0].equals("keys") && post && path[2].equals("rotate")) {
            rotate(name);
            send(asked, 204, "");
        } else if (path[0].equals("sign") && post) {
            send(asked, 200, signed(name, body));
        } else {
            send(asked, 405, "{\"errors\":[\"unsupported operation\"]}");
        }
    }

    private static String data(String name, String value) {
        return "{\"data\":{\"" + name + "\":\"" + value + "\"}}";
    }

    private static String turned(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private String shown(String name) {
        var shown = JSON.createObjectNode();
        var data = shown.putObject("data");
        data.put("name", name).put("type", types.get(name)).put("latest_version", versions(name));
        var versions = data.putObject("keys");
        for (int n = versions(name); n > 0; n--) { // in no order one could rely on
            byte[] encoded = keys.get(name).get(n - 1).getPublic().getEncoded();
            byte[] raw = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            versions.putObject("" + n)
                    .put("creation_time", "2026-11-29T09:00:00Z")
                    .put("name", "ed25519")
                    .put("public_key", Base64.getEncoder().encodeToString(raw));
        }
        return shown.toString();
    }

    private String signed(String name, JsonNode body) {
        if (mood == Mood.SLOW) {
            waiting.countDown();
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        int version = body.path("key_version").asInt(versions(name));
        byte[] input = Base64.getDecoder().decode(body.path("input").asString());
        if (mood == Mood.LYING) input[0]++;
        if (mood == Mood.OTHER_VERSION) version++;
        String signature = mood == Mood.BABBLING ? "?" : Base64.getEncoder().encodeToString(sign(name, version, input));
        return "{\"data\":{\"signature\":\"vault:v" + version + ":" + signature + "\",\"key_version\":" + version
                + "}}";
    }

    private byte[] sign(String name, int version, byte[] input) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(keys.get(name).get(version - 1).getPrivate());
            ed25519.update(input);
            return ed25519.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void send(HttpExchange asked, int status, String text) throws IOException {
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) asked.getResponseBody().write(answer);
        asked.close();
    }
}
