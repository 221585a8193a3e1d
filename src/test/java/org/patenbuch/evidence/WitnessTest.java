package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Samples;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A witness outside: keeps what it has seen, signs only what adds to it, and is shown. */
class WitnessTest extends LedgerTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Packs packs;

    @Autowired
    private Signer signer;

    @TempDir
    private Path folder;

    private Caller partner;

    @BeforeEach
    void entries() {
        partner = caller(Role.PARTNER);
        Books.of(partnership).forEach(this::send);
    }

    @Test
    void keeps_and_cosigns_what_only_adds_to_what_it_kept() throws Exception {
        Path state = folder.resolve("state");
        assertThat(Offline.run("witness", pack().toString(), "--state", state.toString(), "--name", "amt.example"))
                .hasValue(0);
        Note first = kept(state);
        send(Samples.rule(partnership, "R-2", 1_300));
        Path later = pack();
        assertThat(Offline.run("witness", later.toString(), "--state", state.toString(), "--name", "amt.example"))
                .hasValue(0);
        Note second = kept(state);

        assertThat(Checkpoint.parse(second.text()).size())
                .isEqualTo(Checkpoint.parse(first.text()).size() + 1);
        assertThat(second.lines())
                .extracting(Note.Line::name)
                .containsExactly("patenbuch/" + partnership, "amt.example");
        assertThat(second.signedBy(witness(state))).isTrue();
    }

    @Test
    void refuses_a_history_that_was_cut_or_written_anew() throws Exception {
        Path state = folder.resolve("state");
        Path before = pack();
        send(Samples.rule(partnership, "R-2", 1_300));
        assertThat(Offline.run("witness", pack().toString(), "--state", state.toString()))
                .hasValue(0);
        Note kept = kept(state);

        assertThat(Offline.run("witness", before.toString(), "--state", state.toString()))
                .hasValue(1);
        Checkpoint other = new Checkpoint("patenbuch/" + partnership, 3, new byte[32]);
        Path forged = Pack.read(Files.readAllBytes(before))
                .put("checkpoint.txt", signer.sign(other).toString())
                .manifestRight()
                .write(folder);
        assertThat(Offline.run("witness", forged.toString(), "--state", state.toString()))
                .hasValue(1);
        assertThat(kept(state)).hasToString(kept.toString());
        assertThat(Offline.run("witness", folder.resolve("nothing").toString(), "--state", state.toString()))
                .hasValue(2);
    }

    @Test
    void what_it_signed_is_brought_and_shown() throws Exception {
        Path state = folder.resolve("state");
        Offline.run("witness", pack().toString(), "--state", state.toString(), "--name", "amt.example");
        Note note = kept(state);
        long size = Checkpoint.parse(note.text()).size();
        String line = note.lines().getLast().toString();

        assertThat(partner.post("evidence/cosignatures", cosigned(size, line)).code())
                .isEqualTo("evidence.not-cosigned");
        assertThat(partner.post("evidence/witnesses", "{'key':'" + witness(state) + "'}")
                        .status())
                .isEqualTo(201);
        assertThat(partner.post("evidence/witnesses", "{'key':'" + witness(state) + "'}")
                        .status())
                .isEqualTo(201);
        assertThat(partner.post("evidence/cosignatures", cosigned(size, line)).status())
                .isEqualTo(201);
        assertThat(partner.post("evidence/cosignatures", cosigned(size, line)).status())
                .isEqualTo(201);
        assertThat(partner.get("evidence/witnesses").at("/0/name")).isEqualTo("amt.example");
        assertThat(partner.text("evidence/checkpoint").body()).contains("— amt.example ");
    }

    @Test
    void what_is_no_cosignature_of_this_checkpoint_is_refused() {
        SigningKey own = SigningKey.random();
        VerifierKey key = VerifierKey.of("amt.example", VerifierKey.Type.COSIGNATURE, own.publicKey());
        VerifierKey log = VerifierKey.of("amt.example", VerifierKey.Type.ED25519, own.publicKey());
        assertThat(partner.post("evidence/witnesses", "{'key':'" + key + "'}").status())
                .isEqualTo(201);
        VerifierKey other = VerifierKey.of(
                "amt.example", VerifierKey.Type.COSIGNATURE, SigningKey.random().publicKey());

        assertThat(partner.post("evidence/witnesses", "{'key':'" + other + "'}").code())
                .isEqualTo("evidence.witness-taken");
        assertThat(partner.post("evidence/witnesses", "{'key':'" + log + "'}").status())
                .isEqualTo(400);
        assertThat(partner.post("evidence/witnesses", "{'key':'hello'}").status())
                .isEqualTo(400);
        assertThat(caller(Role.SPONSOR)
                        .post("evidence/witnesses", "{'key':'" + key + "'}")
                        .status())
                .isEqualTo(403);
        String text = partner.text("evidence/checkpoint").body().split("\n\n")[0] + "\n";
        long size = Long.parseLong(text.split("\n")[1]);
        Note.Line wrong = Cosignature.sign(SigningKey.random(), "amt.example", text, Instant.now());
        Note.Line future =
                Cosignature.sign(own, "amt.example", text, Instant.now().plusSeconds(100_000));
        Note.Line right = Cosignature.sign(own, "amt.example", text, Instant.now());
        for (String line : new String[] {wrong.toString(), future.toString()}) {
            assertThat(partner.post("evidence/cosignatures", cosigned(size, line))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(partner.post("evidence/cosignatures", cosigned(size + 1, right.toString()))
                        .status())
                .isEqualTo(422);
        assertThat(partner.post("evidence/cosignatures", cosigned(size, "hello"))
                        .status())
                .isEqualTo(400);
        assertThat(partner.post("evidence/cosignatures", cosigned(size, right.toString()))
                        .status())
                .isEqualTo(201);
    }

    /** The receipt of a command, one file that proves its entry by itself. */
    @Test
    void a_receipt_proves_the_entry_of_a_command() throws Exception {
        long position = send(Samples.rule(partnership, "R-3", 1_400)).position();
        Caller auditor = caller(Role.AUDITOR);
        var file = auditor.text("evidence/receipt?position=" + position);
        TlogProof proof = TlogProof.parse(file.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        VerifierKey key = VerifierKey.parse(auditor.text("evidence/key").body());

        assertThat(proof.proves(key)).isTrue();
        assertThat(proof).hasToString(file.body());
        assertThat(EntryLine.parse(proof.entry()).type()).isEqualTo("RuleSet");
        assertThat(new TlogProof(proof.entry(), proof.index() - 1, proof.path(), proof.checkpoint()).proves(key))
                .isFalse();
        byte[] changed = new String(proof.entry()).replace("RuleSet", "RuleSat").getBytes();
        assertThat(new TlogProof(changed, proof.index(), proof.path(), proof.checkpoint()).proves(key))
                .isFalse();
        assertThat(proof.proves(VerifierKey.of(
                        key.name(), key.type(), SigningKey.random().publicKey())))
                .isFalse();
        assertThat(auditor.text("evidence/proof/" + (proof.index() + 1)).body()).isEqualTo(file.body());
        assertThat(auditor.get("evidence/receipt?position=1").status()).isEqualTo(404);
        assertThat(auditor.get("evidence/receipt").status()).isEqualTo(400);
        assertThat(auditor.get("evidence/proof/0").status()).isEqualTo(404);
        assertThat(partner.get("evidence/proof/1").status()).isEqualTo(403);
    }

    private Path pack() throws IOException {
        Path file = Files.createTempFile(folder, "given", ".zip");
        assertThat(packs.write(partnership, Recipient.ALL, file)).isPresent();
        return file;
    }

    private Note kept(Path state) throws IOException, Malformed {
        return Note.parse(Files.readAllBytes(state.resolve("patenbuch_" + partnership + ".txt")));
    }

    private static VerifierKey witness(Path state) {
        SigningKey own = SigningKey.readOrMake(state.resolve("witness.key"));
        return VerifierKey.of("amt.example", VerifierKey.Type.COSIGNATURE, own.publicKey());
    }

    private static String cosigned(long size, String line) {
        return "{'size':" + size + ",'line':'" + line + "'}";
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
