package org.patenbuch.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.vault.LocalVault;
import org.patenbuch.vault.Vault;

/** Speaks to a server on this machine that answers as Vault's transit engine does. */
class VaultTransitTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final LocalVault vault = new LocalVault();
    private Path token;

    @BeforeEach
    void token() {
        token = vault.token(folder);
    }

    @AfterEach
    void stop() {
        vault.close();
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
        return new VaultTransit(new Vault(vault.address(), tokenFile.toString(), Duration.ofSeconds(5)), "patenbuch");
    }

    private static VaultTransit off() {
        return new VaultTransit(new Vault("", "", Duration.ofSeconds(5)), "patenbuch");
    }
}
