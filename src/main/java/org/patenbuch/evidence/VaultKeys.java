package org.patenbuch.evidence;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patenbuch.vault.Vault;
import tools.jackson.databind.JsonNode;

/**
 * The versions of a key in Vault's transit engine, which signs with them and never gives them away. Each signs under
 * its own number, so a version made at Vault by hand changes nothing until it is handed over to.
 */
final class VaultKeys implements KeyPlace {
    private static final String TYPE = "ed25519";

    private final Vault vault;
    private final String name;

    VaultKeys(Vault vault, String name) {
        this.vault = vault;
        this.name = name;
    }

    @Override
    public Signs first() {
        return versions().orElseGet(this::made).getLast();
    }

    @Override
    public Optional<Signs> find(byte[] raw) {
        return versions().orElse(List.of()).stream()
                .filter(version -> Arrays.equals(version.raw(), raw))
                .map(Signs.class::cast)
                .findFirst();
    }

    @Override
    public Signs next(byte[] signing) {
        Signs last = first();
        if (!Arrays.equals(last.raw(), signing)) {
            return last;
        }
        vault.write("transit/keys/" + name + "/rotate", Map.of());
        return first();
    }

    private List<Version> made() {
        vault.write("transit/keys/" + name, Map.of("type", TYPE));
        return versions().orElseThrow(() -> vault.unable("transit/keys/" + name, "has not kept the key it made"));
    }

    /** In the order they were made; empty where there is no such key. */
    private Optional<List<Version>> versions() {
        JsonNode data;
        try {
            data = vault.read("transit/keys/" + name);
        } catch (Vault.Unable unable) {
            if (unable.status() == 404) {
                return Optional.empty();
            }
            throw unable;
        }
        String type = data.path("type").asString("");
        if (!type.equals(TYPE)) {
            throw vault.unable(
                    "transit/keys/" + name, "has a key of type \"" + type + "\", and " + TYPE + " is needed");
        }
        List<Version> versions = data.path("keys").properties().stream()
                .map(key -> new Version(
                        Integer.parseInt(key.getKey()), key(key.getValue().path("public_key"))))
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
        if (versions.isEmpty()) {
            throw vault.unable("transit/keys/" + name, "has no version of the key");
        }
        return Optional.of(versions);
    }

    private VerifierKey key(JsonNode base64) {
        try {
            return new VerifierKey(name, VerifierKey.Type.ED25519, VerifierKey.key(base64.asString("")));
        } catch (Malformed other) {
            throw vault.unable("transit/keys/" + name, "gave a public key that is none");
        }
    }

    private final class Version implements Signs {
        private final int number;
        private final VerifierKey key;

        Version(int number, VerifierKey key) {
            this.number = number;
            this.key = key;
        }

        int number() {
            return number;
        }

        @Override
        public PublicKey publicKey() {
            return key.publicKey();
        }

        @Override
        public boolean isAtHand() {
            return false;
        }

        /** What fits the key is a signature, and nothing else. */
        @Override
        public byte[] sign(byte[] message) {
            String path = "transit/sign/" + name;
            Map<String, Object> question =
                    Map.of("input", Base64.getEncoder().encodeToString(message), "key_version", number);
            String answer = vault.write(path, question).path("signature").asString("");
            String before = "vault:v" + number + ":";
            try {
                byte[] signature =
                        VerifierKey.base64(answer.startsWith(before) ? answer.substring(before.length()) : "");
                if (key.verifies(message, signature)) {
                    return signature;
                }
            } catch (Malformed other) {
                throw vault.unable(path, "gave what is no signature");
            }
            throw vault.unable(path, "gave a signature that does not fit version " + number + " of the key");
        }
    }
}
