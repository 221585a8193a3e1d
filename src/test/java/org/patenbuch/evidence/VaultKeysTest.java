package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.vault.LocalVault;
import org.patenbuch.vault.LocalVault.Mood;
import org.patenbuch.vault.Vault;

/** The key in Vault by itself, at a server that signs as Vault does, and at one that does not. */
class VaultKeysTest {
    private static final String NAME = "evidence";
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final LocalVault vault = new LocalVault();

    @AfterEach
    void close() {
        vault.close();
    }

    private VaultKeys keys() {
        return new VaultKeys(vault.client(folder), NAME);
    }

    private static boolean fits(Signs key, byte[] signature) {
        return VerifierKey.of(NAME, VerifierKey.Type.ED25519, key.publicKey()).verifies(TEXT, signature);
    }

    @Test
    void the_key_is_made_at_first_start_and_the_same_from_then_on() {
        Signs made = keys().first();

        assertThat(fits(made, made.sign(TEXT))).isTrue();
        assertThat(keys().first().raw()).isEqualTo(made.raw());
        assertThat(keys().find(made.raw())).isPresent();
        assertThat(vault.versions(NAME)).isEqualTo(1);
        assertThat(made.isAtHand()).isFalse();
    }

    @Test
    void a_key_is_found_by_its_public_part_and_none_is_made_for_it() {
        assertThat(keys().find(SigningKey.random().raw())).isEmpty();
        assertThat(vault.versions(NAME)).isZero();
    }

    @Test
    void every_version_goes_on_signing_under_its_own_number() {
        Signs first = keys().first();
        for (int n = 0; n < 10; n++) vault.rotate(NAME);
        Signs newest = keys().first();

        assertThat(newest.raw()).isNotEqualTo(first.raw());
        assertThat(fits(newest, newest.sign(TEXT))).isTrue();
        assertThat(fits(newest, first.sign(TEXT))).isFalse();
        Signs again = keys().find(first.raw()).orElseThrow();
        assertThat(fits(first, again.sign(TEXT))).isTrue();
    }

    @Test
    void the_next_one_is_what_an_interrupted_change_left_behind_else_a_new_version() {
        Signs first = keys().first();
        Signs next = keys().next(first.raw());
        assertThat(next.raw()).isNotEqualTo(first.raw());
        assertThat(keys().next(first.raw()).raw()).isEqualTo(next.raw());
        assertThat(keys().next(next.raw()).raw()).isNotEqualTo(next.raw());
        assertThat(vault.versions(NAME)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "SEALED, answered 503: it is sealed",
        "SLOW, did not answer within 300 ms",
        "LYING, gave a signature that does not fit version 1",
        "OTHER_VERSION, gave a signature that does not fit version 1",
        "BABBLING, gave what is no signature",
        "SOMEBODY_ELSE, is this the address of Vault?"
    })
    void what_does_not_sign_is_said_in_a_sentence_and_no_signature_comes_of_it(Mood mood, String sentence) {
        Signs key = new VaultKeys(vault.client(folder, "s.right", Duration.ofMillis(300)), NAME).first();
        vault.rotate(NAME);
        vault.is(mood);

        assertThatThrownBy(() -> key.sign(TEXT))
                .isInstanceOf(Vault.Unable.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(vault.address())
                .message()
                .doesNotContain("s.right", "\n");
    }

    @Test
    void another_token_no_token_and_no_vault_are_said_without_the_token() {
        Vault stranger = vault.client(folder, "s.wrong", Duration.ofSeconds(5));
        assertThatThrownBy(() -> new VaultKeys(stranger, NAME).first())
                .hasMessageContaining("answered 403: the token in PATENBUCH_VAULT_TOKEN_FILE may not")
                .message()
                .doesNotContain("s.wrong");
        Vault tokenless = new Vault(vault.address(), folder.resolve("nowhere").toString(), Duration.ofSeconds(5));
        assertThatThrownBy(() -> new VaultKeys(tokenless, NAME).first()).hasMessageContaining("cannot be read");
        Vault here = vault.client(folder);
        vault.close();
        assertThatThrownBy(() -> new VaultKeys(here, NAME).first()).hasMessageContaining("cannot be reached");
    }

    @Test
    void a_key_of_another_kind_is_refused() {
        vault.has(NAME, "rsa-2048");
        assertThatThrownBy(() -> keys().first()).hasMessageContaining("\"rsa-2048\", and ed25519 is needed");
        assertThatThrownBy(() -> keys().find(new byte[32])).hasMessageContaining("ed25519 is needed");
    }
}
