package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The contract's addresses, by a program that trusts nothing but the key. */
class EvidenceApiTest extends LedgerTest {
    private static final int ENTRIES = 8;
    private static final LocalDate DAY = LocalDate.of(2013, 1, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller auditor;
    private long last;

    @BeforeEach
    void entries() {
        auditor = caller(Role.AUDITOR);
        IntStream.rangeClosed(2, ENTRIES).forEach(this::register);
    }

    private void register(int n) {
        last = send(new RegisterPartner(partnership, "P-" + n, "Partner " + n, Kind.COMPANY, List.of(), DAY))
                .position();
    }

    @Test
    void every_event_has_its_number_at_once_and_without_gaps() {
        List<Long> numbers = new ArrayList<>();
        auditor.get("events?minPosition=" + last)
                .body()
                .get("items")
                .forEach(item -> numbers.add(item.get("entryNumber").asLong()));

        assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void the_checkpoint_is_signed_by_the_key_and_seals_what_is_recorded() throws Malformed {
        Note note = note();
        VerifierKey key = VerifierKey.parse(auditor.text("evidence/key").body());

        assertThat(note.signedBy(key)).isTrue();
        assertThat(key.name()).isEqualTo("patenbuch/" + partnership);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.origin()).isEqualTo("patenbuch/" + partnership);
        assertThat(checkpoint.size()).isEqualTo(ENTRIES);
        assertThat(checkpoint.root())
                .isEqualTo(Tree.root(entries(ENTRIES).stream().map(Sha256::leaf).toList()));
    }

    @Test
    void every_entry_is_proven_to_be_in_it() throws Malformed {
        Checkpoint checkpoint = Checkpoint.parse(note().text());
        for (int no = 1; no <= ENTRIES; no++) {
            JsonNode proof =
                    auditor.get("evidence/inclusion/" + no + "?size=" + ENTRIES).body();

            assertThat(proof.get("leafIndex").asLong()).isEqualTo(no - 1);
            assertThat(proof.get("size").asLong()).isEqualTo(ENTRIES);
            byte[] leaf = Sha256.leaf(entries(ENTRIES).get(no - 1));
            assertThat(Proofs.includes(checkpoint.root(), ENTRIES, no - 1, leaf, hashes(proof)))
                    .isTrue();
        }
    }

    @Test
    void an_older_checkpoint_is_proven_to_be_its_beginning() throws Malformed {
        Checkpoint older = Checkpoint.parse(note().text());
        IntStream.rangeClosed(ENTRIES + 1, 300).forEach(this::register);
        Checkpoint newer = Checkpoint.parse(note().text());
        JsonNode proof = auditor.get("evidence/consistency?from=" + older.size() + "&to=" + newer.size())
                .body();

        assertThat(newer.size()).isEqualTo(300);
        assertThat(Proofs.extended(older.root(), older.size(), newer.root(), newer.size(), hashes(proof)))
                .isTrue();
        assertThat(newer.root())
                .isEqualTo(Tree.root(entries(300).stream().map(Sha256::leaf).toList()));
        JsonNode inclusion = auditor.get("evidence/inclusion/257").body();
        assertThat(Proofs.includes(
                        newer.root(), 300, 256, Sha256.leaf(entries(300).get(256)), hashes(inclusion)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "evidence/inclusion/0, 404",
        "evidence/inclusion/9, 404",
        "evidence/inclusion/-1, 404",
        "evidence/inclusion/x, 400",
        "evidence/inclusion/99999999999999999999, 400",
        "evidence/inclusion/1?size=0, 400",
        "evidence/inclusion/1?size=9, 400",
        "evidence/inclusion/5?size=4, 400",
        "evidence/inclusion/1?size=x, 400",
        "evidence/consistency, 400",
        "evidence/consistency?from=0&to=4, 400",
        "evidence/consistency?from=5&to=4, 400",
        "evidence/consistency?from=1&to=9, 400",
        "evidence/consistency?from=9223372036854775807, 400",
        "evidence/consistency?from=8&to=8, 200",
        "evidence/inclusion/8?size=8, 200"
    })
    void what_cannot_be_proven_is_said_plainly(String path, int status) {
        assertThat(note()).isNotNull();
        assertThat(auditor.get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, 200, 200",
        "FINANCE, 200, 403",
        "AUDITOR, 200, 200",
        "PARTNER, 200, 403",
        "SPONSOR, 403, 403",
        "ADMIN, 403, 403"
    })
    void partners_are_given_checkpoints_and_auditors_every_proof(Role role, int checkpoints, int evidence) {
        Caller caller = caller(role);

        assertThat(caller.text("evidence/checkpoint").statusCode()).isEqualTo(checkpoints);
        assertThat(caller.text("evidence/key").statusCode()).isEqualTo(checkpoints);
        assertThat(caller.get("evidence/consistency?from=1").status()).isEqualTo(checkpoints);
        assertThat(caller.get("evidence/inclusion/1").status()).isEqualTo(evidence);
    }

    /** The database and the program write the same bytes, whatever a name has in it. */
    @Test
    void the_entry_is_written_alike_by_the_database_and_the_program() throws Malformed {
        String nasty = "a\"b\\c\b\f\n\r\t\u0001\u001f/ü€😀\u007f\u2028";
        byte[] written = jdbc.sql("""
                        SELECT evidence.entry_bytes(17, '0e37df36-f698-11e6-8dd4-cb9ced3df976', ?, 3, ?, ?,
                            '2026-11-24 10:00:00.020+01', 'payload', 'meta')""")
                .params(nasty, "Type" + nasty, "1")
                .query(byte[].class)
                .single();
        EntryLine entry = new EntryLine(
                17,
                "0e37df36-f698-11e6-8dd4-cb9ced3df976",
                nasty,
                3,
                "Type" + nasty,
                "1",
                "2026-11-24T09:00:00.020Z",
                Sha256.hex("payload".getBytes()),
                Sha256.hex("meta".getBytes()));

        assertThat(new String(written)).isEqualTo(new String(entry.bytes()));
        assertThat(EntryLine.parse(written)).isEqualTo(entry);
        assertThat(new String(written)).startsWith("{\"v\":1,\"no\":17,\"event\":\"0e37df36-");
    }

    private Note note() {
        try {
            return Note.parse(auditor.text("evidence/checkpoint").body());
        } catch (Malformed broken) {
            throw new AssertionError(broken);
        }
    }

    private List<byte[]> entries(int size) {
        return jdbc.sql("SELECT entry FROM evidence.leaf WHERE partnership = ? AND no <= ? ORDER BY no")
                .params(partnership, size)
                .query(byte[].class)
                .list();
    }

    private static List<byte[]> hashes(JsonNode proof) {
        return proof.get("hashes")
                .valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asString()))
                .toList();
    }

    private Caller caller(Role role) {
        return Caller.in(
                "http://127.0.0.1:" + port + "/api/v1/" + partnership,
                jdbc,
                role,
                role == Role.PARTNER ? "P-1" : null,
                role == Role.SPONSOR ? "V-1" : null);
    }
}
