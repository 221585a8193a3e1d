package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that proves one entry, the checkpoint it ends in and the key that signed it; without a database. */
class OneEntryTest {
    private static final String ORIGIN = "patenbuch/rosenstadt";
    private static final int ENTRIES = 5;

    private final SigningKey key = SigningKey.random();
    private final VerifierKey known = VerifierKey.of(ORIGIN, VerifierKey.Type.ED25519, key.publicKey());

    private static byte[] entry(int no) {
        return ("{\"v\":1,\"no\":" + no + ",\"event\":\"00000000-0000-4000-8000-00000000000" + no
                        + "\",\"stream\":\"fund/F-1\",\"seq\":" + (no - 1)
                        + ",\"type\":\"FundOpened\",\"rev\":\"1\",\"at\":\"2026-01-01T00:00:00.000Z\",\"payload\":\""
                        + "a".repeat(64) + "\",\"meta\":\"" + "b".repeat(64) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 6962 section 2.1, written down as it stands there. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) return Sha256.leaf(leaves.getFirst());
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Sha256.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) return new ArrayList<>();
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> path = index < split ? path(index, left) : path(index - split, right);
        path.add(root(index < split ? right : left));
        return path;
    }

    private static List<byte[]> entries() {
        List<byte[]> all = new ArrayList<>();
        for (int no = 1; no <= ENTRIES; no++) {
            all.add(entry(no));
        }
        return all;
    }

    private Note checkpoint() {
        return new Checkpoint(ORIGIN, ENTRIES, root(entries())).sign(key);
    }

    private TlogProof proof(int no) {
        return new TlogProof(entry(no), no - 1, path(no - 1, entries()), checkpoint());
    }

    private static TlogProof read(String text) throws Malformed {
        return TlogProof.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_leaf_and_a_node_are_hashed_each_with_its_mark() {
        byte[] nothing = new byte[0];
        assertThat(Sha256.leaf(nothing)).isEqualTo(Sha256.of(new byte[] {0}));
        assertThat(Sha256.node(new byte[] {7}, new byte[] {8})).isEqualTo(Sha256.of(new byte[] {1, 7, 8}));
        assertThat(Sha256.hex(nothing)).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void each_entry_is_proven_by_its_file_and_the_file_reads_back_the_same() throws Malformed {
        for (int no = 1; no <= ENTRIES; no++) {
            String file = proof(no).toString();
            assertThat(read(file)).hasToString(file);
            assertThat(read(file).proves(known)).as(file).isTrue();
        }
    }

    @Test
    void nothing_is_proven_of_another_entry_place_path_or_key() throws Malformed {
        TlogProof right = proof(3);
        assertThat(new TlogProof(entry(2), 2, right.path(), right.checkpoint()).proves(known))
                .isFalse();
        assertThat(new TlogProof(entry(3), 1, right.path(), right.checkpoint()).proves(known))
                .isFalse();
        assertThat(new TlogProof(entry(3), 2, right.path().subList(1, 3), right.checkpoint()).proves(known))
                .isFalse();
        byte[] renamed = new String(entry(3), StandardCharsets.UTF_8)
                .replace("FundOpened", "FundClosed")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new TlogProof(renamed, 2, right.path(), right.checkpoint()).proves(known))
                .isFalse();
        VerifierKey stranger = VerifierKey.of(
                ORIGIN, VerifierKey.Type.ED25519, SigningKey.random().publicKey());
        assertThat(right.proves(stranger)).isFalse();
        VerifierKey elsewhere = VerifierKey.of("patenbuch/elsewhere", VerifierKey.Type.ED25519, key.publicKey());
        assertThat(right.proves(elsewhere)).isFalse();
        // Right in all but its own number: the entry is in the tree, at another place than it says
        List<byte[]> moved = entries();
        moved.set(0, entry(2));
        Note signed = new Checkpoint(ORIGIN, ENTRIES, root(moved)).sign(key);
        assertThat(new TlogProof(entry(2), 0, path(0, moved), signed).proves(known))
                .isFalse();
        Note foreign = new Checkpoint("patenbuch/elsewhere", ENTRIES, root(entries())).sign(key);
        assertThat(new TlogProof(entry(3), 2, right.path(), foreign).proves(elsewhere))
                .isTrue();
        assertThat(new TlogProof(entry(3), 2, right.path(), foreign).proves(known))
                .isFalse();
    }

    @Test
    void a_file_of_another_shape_is_none() {
        String file = proof(1).toString();
        for (String wrong : List.of(
                "",
                file.replace("tlog-proof@v1", "tlog-proof@v2"),
                file.replace("extra ", "extra: "),
                file.replace("index 0", "index 00"),
                file.replace("index 0", "index -1"),
                file.replace("index 0\n", ""),
                file.substring(0, file.indexOf("\n\n")),
                file.substring(file.indexOf("\n\n")))) {
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_checkpoint_reads_back_and_more_lines_are_no_harm() throws Malformed {
        String text = checkpoint().text();
        Checkpoint read = Checkpoint.parse(text + "more\n");
        assertThat(read.origin()).isEqualTo(Checkpoint.origin("rosenstadt"));
        assertThat(read.size()).isEqualTo(ENTRIES);
        assertThat(read.root()).isEqualTo(root(entries()));
        assertThat(read.text()).isEqualTo(text);
        assertThat(Checkpoint.parse(text.replace("\n5\n", "\n0\n")).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n5\n{root}\n",
                "o\n05\n{root}\n",
                "o\n-1\n{root}\n",
                "o\n5\n{root}",
                "o\n5\nAAAA\n",
                "o\n5\n?\n"
            })
    void a_checkpoint_of_another_shape_is_none(String text) {
        String root = Base64.getEncoder().encodeToString(new byte[32]);
        assertThatThrownBy(() -> Checkpoint.parse(text.replace("{root}", root))).isInstanceOf(Malformed.class);
    }

    @Test
    void a_key_is_made_once_and_read_again_and_what_is_no_key_stops_all(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("evidence.key");
        SigningKey made = SigningKey.readOrMake(file);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(SigningKey.readOrMake(file).publicKey()).isEqualTo(made.publicKey());
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        VerifierKey its = VerifierKey.of(ORIGIN, VerifierKey.Type.ED25519, made.publicKey());
        assertThat(its.verifies(text, SigningKey.readOrMake(file).sign(text))).isTrue();
        assertThat(known.verifies(text, made.sign(text))).isFalse();

        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> SigningKey.readOrMake(file)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_are_equal_by_name_kind_and_content() {
        VerifierKey same = VerifierKey.of(ORIGIN, VerifierKey.Type.ED25519, key.publicKey());
        VerifierKey renamed = VerifierKey.of("o", VerifierKey.Type.ED25519, key.publicKey());
        VerifierKey witness = VerifierKey.of(ORIGIN, VerifierKey.Type.COSIGNATURE, key.publicKey());
        VerifierKey other = VerifierKey.of(
                ORIGIN, VerifierKey.Type.ED25519, SigningKey.random().publicKey());
        assertThat(known).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(List.of(renamed, witness, other)).doesNotContain(known);
    }
}
