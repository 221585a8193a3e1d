package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.eventstore.Node;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.vault.LocalVault;
import org.patenbuch.vault.LocalVault.Mood;
import org.patenbuch.vault.Vault;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The sealer with its key in Vault: while it signs, while it does not, and from one key to the next. */
@ExtendWith(OutputCaptureExtension.class)
class VaultSealingTest {
    private static final long ALL = Long.MAX_VALUE;
    private static final String NAME = "evidence";

    @TempDir
    private Path folder;

    private final String p = "p-" + UUID.randomUUID();
    private final LocalVault vault = new LocalVault();
    private DatabaseLogins logins;
    private DataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void freshDatabase() {
        logins = TestDatabase.newDatabase();
        database = DataSourceBuilder.create()
                .url(logins.app().url())
                .username(logins.app().user())
                .password(logins.app().password())
                .build();
        Flyway.configure()
                .dataSource(new DriverManagerDataSource(
                        logins.owner().url(),
                        logins.owner().user(),
                        logins.owner().password()))
                .placeholders(Map.of("app", logins.app().user()))
                .outOfOrder(true)
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @AfterEach
    void close() throws Exception {
        vault.close();
        ((AutoCloseable) database).close();
    }

    @Test
    void vault_signs_and_no_key_lies_in_the_folder() throws Exception {
        record(0, 9);
        Signer signer = signer(NAME);
        sealing(signer).turn(ALL);
        record(10, 11);
        sealing(signer).turn(ALL);

        assertThat(signed()).containsExactly(10L, 12L);
        Note published = Note.parse(Files.readString(outside()));
        assertThat(published.signedBy(signer.knownKeyOf(p).orElseThrow())).isTrue();
        assertThat(folder.resolve("evidence.key")).doesNotExist();
        assertThat(vault.versions(NAME)).isEqualTo(1);
    }

    @Test
    void while_vault_is_away_at_first_start_entries_get_their_numbers_and_signatures_wait() {
        vault.is(Mood.SEALED);
        record(0, 4);
        Signer signer = signer(NAME);
        Sealing sealing = sealing(signer);

        assertThatThrownBy(() -> sealing.turn(ALL)).hasMessageContaining("answered 503");

        assertThat(numbered()).isEqualTo(5);
        assertThat(signed()).isEmpty();
        assertThat(outside()).doesNotExist();
        assertThat(signer.knownKeyOf(p)).isEmpty();
        assertThat(guard(signer).shown(p)).contains(Guard.Refused.AWAY);

        vault.is(Mood.WELL);
        sealing.catchUp();

        assertThat(signed()).containsExactly(5L);
        assertThat(guard(signer).shown(p)).isEmpty();
    }

    @Test
    void a_signature_that_does_not_fit_is_neither_stored_nor_published() throws Exception {
        Signer signer = signer(NAME);
        record(0, 0);
        sealing(signer).turn(ALL);
        String before = Files.readString(outside());
        record(1, 1);

        for (Mood mood : List.of(Mood.LYING, Mood.BABBLING, Mood.SOMEBODY_ELSE, Mood.SEALED)) {
            vault.is(mood);
            assertThatThrownBy(() -> {
                        sealing(signer).turn(ALL);
                        sealing(signer).catchUp();
                    })
                    .isInstanceOf(Vault.Unable.class);
            assertThat(signed()).as("%s", mood).containsExactly(1L);
            assertThat(Files.readString(outside())).isEqualTo(before);
            assertThat(guard(signer).shown(p)).contains(Guard.Refused.AWAY);
        }
        vault.is(Mood.WELL);
        sealing(signer).catchUp();
        assertThat(signed()).containsExactly(1L, 2L);
    }

    @Test
    void while_a_signature_is_waited_for_no_transaction_holds_up_the_views() throws Exception {
        Signer signer = signer(NAME);
        record(0, 0);
        sealing(signer).turn(ALL);
        record(1, 1);
        vault.is(Mood.SLOW);

        CompletableFuture<Void> turn =
                CompletableFuture.runAsync(() -> sealing(signer).turn(ALL));
        vault.awaitSomebodyWaiting();
        Integer writing = jdbc.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND backend_xid IS NOT NULL""").query(Integer.class).single();
        long numbered = numbered();
        vault.release();
        turn.join();

        assertThat(writing).isZero();
        assertThat(numbered).isEqualTo(2);
        assertThat(signed()).containsExactly(1L, 2L);
    }

    @Test
    void from_the_file_to_vault_and_from_version_to_version_each_key_hands_over_to_the_next() throws Exception {
        record(0, 0);
        sealing(signer("")).turn(ALL);
        Note byFile = Note.parse(Files.readString(outside()));
        Signer signer = signer(NAME);
        record(1, 1);
        sealing(signer).turn(ALL);
        assertThat(vault.versions(NAME))
                .as("until it is handed over the file signs")
                .isZero();

        signer.rotate();
        record(2, 2);
        sealing(signer).turn(ALL);
        Note byVault = Note.parse(Files.readString(outside()));
        vault.rotate(NAME); // by hand, or by a change that was cut off: nothing signs with it yet
        record(3, 3);
        sealing(signer).turn(ALL);
        Note still = Note.parse(Files.readString(outside()));
        signer.rotate();
        record(4, 4);
        sealing(signer(NAME)).turn(ALL);

        assertThat(vault.versions(NAME)).isEqualTo(2);
        assertThat(signed()).containsExactly(1L, 2L, 3L, 4L, 5L);
        VerifierKey now = signer.knownKeyOf(p).orElseThrow();
        Note newest = Note.parse(Files.readString(outside()));
        assertThat(newest.signedBy(now)).isTrue();
        assertThat(still.signedBy(now)).isFalse();
        Keys all = signer.keysOf(p);
        for (Note note : List.of(byFile, byVault, still, newest)) {
            assertThat(all.signed(note, Checkpoint.origin(p))).isTrue();
        }
        assertThat(new Keys(now).signed(byFile, Checkpoint.origin(p))).isFalse();
    }

    @Test
    void a_change_of_the_file_that_was_cut_off_goes_on_with_the_key_that_lies_there() {
        record(0, 0);
        Signer signer = signer("");
        sealing(signer).turn(ALL);
        byte[] left = new FolderKeys(folder).next(new byte[0]).raw();

        assertThat(signer.rotate()).isEqualTo(java.util.Base64.getEncoder().encodeToString(left));

        record(1, 1);
        sealing(signer("")).turn(ALL);
        assertThat(signed()).containsExactly(1L, 2L);
        assertThat(folder.resolve("evidence.key.next")).doesNotExist();
    }

    @Test
    void a_key_at_vault_without_its_address_stops_the_start() {
        Vault off = new Vault("", "", Duration.ofSeconds(1));
        assertThatThrownBy(() -> new Signer(jdbc, folder, off, NAME)).hasMessageContaining("PATENBUCH_VAULT_ADDRESS");
    }

    @Test
    void a_node_starts_without_vault_says_so_once_and_signs_when_it_is_there(CapturedOutput output) {
        List<String> settings = List.of(
                "patenbuch.vault.address=" + vault.address(),
                "patenbuch.vault.token-file=" + vault.token(folder),
                "patenbuch.vault.evidence-key=" + NAME,
                "patenbuch.evidence.checkpoints-dir=" + folder.resolve("outside"));
        try (Node node = Node.start(logins, settings, SealerParts.class)) {
            vault.is(Mood.SEALED);
            SealerParts.start(node);
            node.send(new FoundPartnership(p, "Rosenstadt"));
            await().until(() -> numbered() == 1);
            await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);
            assertThat(signed()).isEmpty();
            assertThat(output.getAll().split("Nothing is signed, and it is tried again", -1))
                    .hasSize(2);
            assertThat(output.getAll()).contains("answered 503: it is sealed").doesNotContain("s.right");

            vault.is(Mood.WELL);

            await().until(() -> signed().equals(List.of(1L)));
        }
    }

    private void record(int from, int to) {
        jdbc.sql("""
                        INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata)
                        SELECT :p, 'fund/' || :p, n, gen_random_uuid(), 'Happened', '1', timestamptz '2026-01-01',
                            convert_to('{}', 'UTF8'), '{}' FROM generate_series(:from, :to) n""").param("p", p).param("from", from).param("to", to).update();
    }

    private Signer signer(String vaultKey) {
        return new Signer(jdbc, folder, vault.client(folder), vaultKey);
    }

    private Guard guard(Signer signer) {
        return new Guard(jdbc, signer, new Outside(folder.resolve("outside")), new Leaves(jdbc));
    }

    private Sealing sealing(Signer signer) {
        Outside outside = new Outside(folder.resolve("outside"));
        return new Sealing(
                jdbc, new Leaves(jdbc), signer, guard(signer), outside, new JdbcTransactionManager(database));
    }

    private Path outside() {
        return folder.resolve("outside").resolve(p + ".txt");
    }

    private long numbered() {
        return new Leaves(jdbc).size(p);
    }

    private List<Long> signed() {
        return jdbc.sql("SELECT size FROM evidence.checkpoint WHERE partnership = ? ORDER BY size")
                .param(p)
                .query(Long.class)
                .list();
    }
}
