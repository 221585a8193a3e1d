package org.patenbuch.privacy;

import java.util.Map;
import org.patenbuch.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Vault as keeper of the key that wraps the installation's secret: with it {@code master.key} holds only what Vault's
 * transit engine has encrypted, and is of no use without Vault.
 */
@Component
class VaultTransit {
    private final Vault vault;
    private final String key;

    VaultTransit(Vault vault, @Value("${patenbuch.vault.key:patenbuch}") String key) {
        this.vault = vault;
        this.key = key;
    }

    boolean on() {
        return vault.on();
    }

    /** @return {@code vault:v1:…} */
    String encrypt(String base64) {
        return ask("transit/encrypt/" + key, "plaintext", base64, "ciphertext");
    }

    /** @return base64 */
    String decrypt(String ciphertext) {
        return ask("transit/decrypt/" + key, "ciphertext", ciphertext, "plaintext");
    }

    private String ask(String path, String field, String value, String wanted) {
        JsonNode found = vault.write(path, Map.of(field, value)).path(wanted);
        if (!found.isString()) {
            throw vault.unable(path, "gave no " + wanted);
        }
        return found.asString();
    }
}
