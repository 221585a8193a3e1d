package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against the public vectors of transparency-dev/merkle, and against the definition of RFC 6962 written down plainly. */
class ProofsTest {
    static Stream<JsonNode> inclusion() throws IOException {
        return vectors("inclusion");
    }

    static Stream<JsonNode> consistency() throws IOException {
        return vectors("consistency");
    }

    @Test
    void there_are_all_the_public_vectors() throws IOException {
        assertThat(inclusion()).hasSize(98);
        assertThat(consistency()).hasSize(98);
    }

    @ParameterizedTest
    @MethodSource
    void inclusion(JsonNode vector) {
        boolean right = Proofs.includes(
                bytes(vector.get("root")),
                size(vector.get("treeSize")),
                size(vector.get("leafIdx")),
                bytes(vector.get("leafHash")),
                hashes(vector.get("proof")));

        assertThat(right)
                .as(vector.toString())
                .isNotEqualTo(vector.get("wantErr").asBoolean());
    }

    @ParameterizedTest
    @MethodSource
    void consistency(JsonNode vector) {
        boolean right = Proofs.extended(
                bytes(vector.get("root1")),
                size(vector.get("size1")),
                bytes(vector.get("root2")),
                size(vector.get("size2")),
                hashes(vector.get("proof")));

        assertThat(right)
                .as(vector.toString())
                .isNotEqualTo(vector.get("wantErr").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 70})
    void every_proof_of_a_tree_is_right_and_no_other_passes(int size) {
        List<byte[]> leaves = leaves(size);
        Proofs proofs = new Proofs((first, height) -> plain(leaves.subList((int) first, (int) first + (1 << height))));
        byte[] root = plain(leaves);
        assertThat(Tree.root(leaves)).isEqualTo(root).isEqualTo(proofs.root(size));
        for (int i = 0; i < size; i++) {
            List<byte[]> path = proofs.inclusion(i, size);
            assertThat(Proofs.includes(root, size, i, leaves.get(i), path)).isTrue();
            assertThat(Proofs.includes(root, size, (i + 1) % size, leaves.get(i), path))
                    .isEqualTo(size == 1);
            List<byte[]> proof = proofs.consistency(i + 1, size);
            byte[] older = plain(leaves.subList(0, i + 1));
            assertThat(Proofs.extended(older, i + 1, root, size, proof)).isTrue();
            assertThat(Proofs.extended(root, i + 1, root, size, proof)).isEqualTo(i + 1 == size);
        }
    }

    /** Every bit of a hash that is turned, every hash left out or put in, is noticed. */
    @Test
    void a_proof_that_was_changed_does_not_pass() {
        Random random = new Random(Long.getLong("seed", 7));
        for (int round = 0; round < Integer.getInteger("proofs", 2_000); round++) {
            int size = 1 + random.nextInt(200);
            List<byte[]> leaves = leaves(size);
            Proofs proofs =
                    new Proofs((first, height) -> plain(leaves.subList((int) first, (int) first + (1 << height))));
            int index = random.nextInt(size);
            byte[] root = proofs.root(size);
            List<byte[]> path = proofs.inclusion(index, size);
            List<byte[]> proof = proofs.consistency(index + 1, size);
            byte[] older = plain(leaves.subList(0, index + 1));

            assertThat(Proofs.includes(root, size, index, leaves.get(index), changed(path, random)))
                    .as("inclusion of %d in %d", index, size)
                    .isFalse();
            assertThat(Proofs.extended(older, index + 1, root, size, changed(proof, random)))
                    .as("%d to %d", index + 1, size)
                    .isFalse();
        }
    }

    private static List<byte[]> changed(List<byte[]> hashes, Random random) {
        List<byte[]> other = new ArrayList<>(hashes);
        int at = hashes.isEmpty() ? 0 : random.nextInt(hashes.size());
        switch (hashes.isEmpty() ? 0 : random.nextInt(3)) {
            case 0 -> other.add(at, Sha256.of(new byte[] {1}));
            case 1 -> other.remove(at);
            default -> {
                byte[] hash = other.get(at).clone();
                hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
                other.set(at, hash);
            }
        }
        return other;
    }

    private static List<byte[]> leaves(int size) {
        return Stream.iterate(0, i -> i + 1)
                .limit(size)
                .map(i -> Sha256.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** RFC 6962 section 2.1, word for word. */
    private static byte[] plain(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return Sha256.node(plain(leaves.subList(0, k)), plain(leaves.subList(k, leaves.size())));
    }

    private static Stream<JsonNode> vectors(String name) throws IOException {
        try (var stream = ProofsTest.class.getResourceAsStream("/evidence/" + name + ".json")) {
            return new JsonMapper().readTree(stream).valueStream();
        }
    }

    private static long size(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    private static byte[] bytes(JsonNode base64) {
        return base64 == null || base64.isNull()
                ? new byte[0]
                : Base64.getDecoder().decode(base64.asString());
    }

    private static List<byte[]> hashes(JsonNode proof) {
        return proof == null || proof.isNull()
                ? List.of()
                : proof.valueStream().map(ProofsTest::bytes).toList();
    }
}
