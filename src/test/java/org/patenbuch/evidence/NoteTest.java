package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes, against the examples of C2SP signed-note and of Go's sumdb/note. */
class NoteTest {
    private static final String C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String C2SP = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GO_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String GO_LINE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String ENOCH_LINE =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    static Stream<String[]> right() {
        return Stream.of(
                new String[] {C2SP_KEY, C2SP},
                new String[] {GO_KEY, GO_TEXT + "\n" + GO_LINE},
                new String[] {ENOCH_KEY, GO_TEXT + "\n" + ENOCH_LINE},
                new String[] {GO_KEY, GO_TEXT + "\n" + ENOCH_LINE + GO_LINE},
                new String[] {ENOCH_KEY, GO_TEXT + "\n" + ENOCH_LINE + GO_LINE});
    }

    @ParameterizedTest
    @MethodSource("right")
    void what_was_signed_by_others_is_read_and_written_the_same(String key, String note) throws Malformed {
        assertThat(VerifierKey.parse(key)).hasToString(key);
        assertThat(Note.parse(note)).hasToString(note);
        assertThat(Note.parse(note).signedBy(VerifierKey.parse(key))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_note_with_any_character_changed_is_not_signed(String key, String note) throws Malformed {
        VerifierKey known = VerifierKey.parse(key);
        for (int i = 0; i < note.indexOf("\n\n"); i++) {
            String other = note.substring(0, i) + (char) (note.charAt(i) ^ 1) + note.substring(i + 1);
            assertThat(Verdict.of(other, known)).as(other).isFalse();
        }
        Note right = Note.parse(note);
        Note.Line line = right.lines().stream()
                .filter(one -> one.name().equals(known.name()))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < line.signature().length; i++) {
            byte[] wrong = line.signature().clone();
            wrong[i] ^= 1;
            assertThat(new Note(right.text(), List.of(new Note.Line(line.name(), line.id(), wrong))).signedBy(known))
                    .isFalse();
        }
    }

    @Test
    void a_right_line_does_not_make_up_for_a_wrong_one_by_the_same_key() throws Malformed {
        VerifierKey known = VerifierKey.parse(GO_KEY);
        Note.Line right = Note.parse(GO_TEXT + "\n" + GO_LINE).lines().getFirst();
        byte[] wrong = right.signature().clone();
        wrong[5] ^= 1;

        assertThat(Note.parse(GO_TEXT + "\n" + GO_LINE)
                        .and(new Note.Line(right.name(), right.id(), wrong))
                        .signedBy(known))
                .isFalse();
        assertThat(Note.parse(GO_TEXT + "\n" + GO_LINE).signedBy(VerifierKey.parse(ENOCH_KEY)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n— name \n",
                "text\n\n— name AAAA\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n— name AAAAAAAA AAAAAAAA\n",
                "text\n\n— name !AAAAAAA\n",
                "text\n\n— name AAAAAAAA",
                "te\u0001xt\n\n— name AAAAAAAA\n",
                "te\rxt\n\n— name AAAAAAAA\n",
                "\n\n— name AAAAAAAA\n— other\n"
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        byte[] bytes = "tüxt\n\n— name AAAAAAAA\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Note.parse(bytes)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
                "PeterNeumann+c74f20a3+AhpcQQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_witness_signs_the_checkpoint_and_the_time() throws Malformed {
        SigningKey log = SigningKey.random();
        SigningKey witness = SigningKey.random();
        Checkpoint checkpoint = new Checkpoint("patenbuch/p", 3, new byte[32]);
        Note.Line line =
                Cosignature.sign(witness, "amt.example", checkpoint.text(), Instant.ofEpochSecond(1_679_315_147));
        VerifierKey key = VerifierKey.of("amt.example", VerifierKey.Type.COSIGNATURE, witness.publicKey());

        Note both = Note.parse(checkpoint.sign(log).and(line).toString());
        assertThat(both.signedBy(VerifierKey.parse(key.toString()))).isTrue();
        assertThat(Cosignature.at(both.lines().getLast())).isEqualTo("2023-03-20T12:25:47Z");
        byte[] later = line.signature().clone();
        later[7] ^= 1;
        assertThat(new Note(checkpoint.text(), List.of(new Note.Line(line.name(), line.id(), later))).signedBy(key))
                .isFalse();
    }

    private static final class Verdict {
        static boolean of(String note, VerifierKey key) {
            try {
                return Note.parse(note).signedBy(key);
            } catch (Malformed notEvenANote) {
                return false;
            }
        }
    }
}
