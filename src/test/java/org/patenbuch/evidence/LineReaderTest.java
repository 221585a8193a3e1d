package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patenbuch.evidence.LineReader.literal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is one way to write an entry, and it is read byte by byte. */
class LineReaderTest {
    private static final byte[] NOTHING = {};
    private static final byte[] QUOTE = {'"'};

    private static final EntryLine ENTRY =
            new EntryLine(17, "e", "fund/\"ü€\\\b\f\n\r\t\1\37 ", 0, "T", "1", "a", "p", "m");

    @Test
    void what_is_written_is_read() throws Malformed {
        assertThat(EntryLine.parse(ENTRY.bytes())).isEqualTo(ENTRY);
        assertThat(reader("\"a\"").text(QUOTE)).isEqualTo("a");
        assertThat(reader("\"\\u0000\\u001f\"").bytes(QUOTE)).containsExactly(0, 31);
        assertThat(reader("\"\"").bytes(QUOTE)).isEmpty();
        assertThat(reader("\" \177\"").text(QUOTE)).isEqualTo(" \177");
        assertThat(reader("\" \\n \"").text(QUOTE)).isEqualTo(" \n ");
        assertThat(reader("\"\\n\"").text(QUOTE)).isEqualTo("\n");
    }

    /** A byte more, a byte less, another byte: no other line says the same. */
    @Test
    void no_byte_of_an_entry_is_without_meaning() {
        byte[] line = ENTRY.bytes();
        for (int at = 0; at < line.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = line.clone();
                other[at] ^= (byte) (1 << bit);
                differs(other);
            }
            byte[] shorter = new byte[at];
            System.arraycopy(line, 0, shorter, 0, at);
            differs(shorter);
        }
        differs((MadePack.text(line) + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static void differs(byte[] other) {
        try {
            assertThat(EntryLine.parse(other)).isNotEqualTo(ENTRY);
        } catch (Malformed refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Test
    void numbers_have_one_form_and_an_end() throws Malformed {
        assertThat(reader("n0").number(literal("n"))).isZero();
        assertThat(reader("90").number(NOTHING)).isEqualTo(90);
        assertThat(reader("999999999999999999").number(NOTHING)).isEqualTo(999_999_999_999_999_999L);
        LineReader two = reader("12,34");
        assertThat(two.number(NOTHING)).isEqualTo(12);
        assertThat(two.number(literal(","))).isEqualTo(34);
        for (String none : List.of("", "x", "00", "01", "-1", "/", ":", "1000000000000000000", "n")) {
            assertThatThrownBy(() -> reader(none).number(NOTHING)).as(none).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "\"",
                "\"a",
                "\"\37\"",
                "\"\0\"",
                "\"\\",
                "\"\\\"",
                "\"\\a\"",
                "\"\\/\"",
                "\"\\n",
                "\"\\n\37\"",
                "\"\\n\0\"",
                "\"\\u000",
                "\"\\u0020\"",
                "\"\\u001F\"",
                "\"\\u0101\"",
                "\"\\u001"
            })
    void a_text_of_another_form_is_none(String text) {
        assertThatThrownBy(() -> reader(text).bytes(QUOTE)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> reader(text).text(QUOTE)).isInstanceOf(Malformed.class);
    }

    @Test
    void what_comes_next_is_read_and_else_nothing_is() throws Malformed {
        LineReader reader = reader(",\"a\":null,\"b\":\"c\"}");
        assertThat(reader.skips(literal(",\"b\":null"))).isFalse();
        assertThat(reader.skips(literal(",\"a\":null"))).isTrue();
        assertThat(reader.skips(literal(",\"b\":null"))).isFalse();
        assertThat(reader.text(literal(",\"b\":\""))).isEqualTo("c");
        reader.end(literal("}"));
        assertThat(reader.skips(literal("}"))).isFalse();
        assertThat(reader("nul").skips(literal("null"))).isFalse();
        assertThat(reader("null").skips(literal("null"))).isTrue();
        assertThatThrownBy(() -> reader("}}").end(literal("}"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> reader("").end(literal("}")))
                .isInstanceOf(Malformed.class)
                .hasMessage("expected }");
    }

    @Test
    void what_postgresql_quotes_is_quoted_and_nothing_more() {
        assertThat(EntryLine.quoted("\"\\\b\f\n\r\t\0\37 /ü\177"))
                .isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f /ü\177\"");
    }

    @Test
    void lines_are_read_however_they_lie_in_the_buffer() throws Exception {
        for (int length : new int[] {0, 1, 65_534, 65_535, 65_536, 65_537, 131_071, 131_072, 200_000}) {
            String line = "x".repeat(length);
            assertThat(lines(line + "\nend")).as("%d", length).containsExactly(line, "end");
            assertThat(lines(line + "\n")).as("%d", length).containsExactly(line);
            assertThat(lines("a\n" + line + "\n\n")).as("%d", length).containsExactly("a", line, "");
        }
        assertThat(lines("")).isEmpty();
    }

    private static List<String> lines(String text) throws Exception {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> all = new ArrayList<>();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            all.add(MadePack.text(line));
        }
        return all;
    }

    @Test
    void a_line_without_end_is_refused_before_it_fills_the_memory() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return length;
            }
        };
        assertThatThrownBy(() -> new Lines(endless).next()).isInstanceOf(Malformed.class);
    }

    @Test
    void a_note_may_be_as_large_as_it_may_and_no_larger() throws Malformed {
        Note.Line line = new Note.Line("n", 1, new byte[] {1});
        assertThat(Note.Line.parse(line.toString()).signature()).hasSize(1);
        assertThatThrownBy(() -> Note.Line.parse(new Note.Line("n", 1, new byte[0]).toString()))
                .isInstanceOf(Malformed.class);
        List<Note.Line> most = java.util.Collections.nCopies(100, line);
        assertThat(Note.parse(new Note("t\n", most).toString()).lines()).hasSize(100);
        assertThatThrownBy(() -> Note.parse(new Note("t\n", most).and(line).toString()))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Note.parse(new Note("\n", most).toString())).isInstanceOf(Malformed.class);
        String rest = new Note("\n", List.of(line)).toString();
        String full = "x".repeat(1_000_000 - rest.length());
        assertThat(Note.parse(full + rest).text()).hasSize(full.length() + 1);
        assertThatThrownBy(() -> Note.parse("x" + full + rest)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_tree_of_one_entry_is_proven_by_no_hash_and_an_empty_one_has_a_root() throws Malformed {
        SigningKey key = SigningKey.random();
        byte[] entry = new EntryLine(1, "e", "s/1", 0, "T", "1", "a", "p", "m").bytes();
        Note note = new Checkpoint("o", 1, Sha256.leaf(entry)).sign(key);
        TlogProof proof = new TlogProof(entry, 0, List.of(), note);
        VerifierKey its = VerifierKey.of("o", VerifierKey.Type.ED25519, key.publicKey());

        assertThat(TlogProof.parse(proof.toString().getBytes(StandardCharsets.UTF_8))
                        .proves(its))
                .isTrue();
        assertThat(new Tree().root()).isEqualTo(Sha256.of(new byte[0]));
        assertThat(its.hashCode()).isEqualTo(its.id());
        assertThat(key.raw()).isEqualTo(its.key());
        assertThat(key.isAtHand()).isTrue();
    }

    @Test
    void beside_a_key_that_was_made_nothing_is_left(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        SigningKey.readOrMake(folder.resolve("evidence.key"));
        assertThat(folder.toFile().list()).containsExactly("evidence.key");
    }

    private static LineReader reader(String text) {
        return new LineReader(text.getBytes(StandardCharsets.UTF_8));
    }
}
