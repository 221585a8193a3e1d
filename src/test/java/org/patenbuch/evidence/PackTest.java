package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patenbuch.evidence.LineReader.literal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.eventstore.Samples;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pack proves a journal to two programs that share no code, and neither believes a forged one. */
class PackTest extends LedgerTest {
    private static final Verifier.Asked NOTHING = new Verifier.Asked(null, null);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Packs packs;

    @Autowired
    private Seals seals;

    @Autowired
    private Signer signer;

    @Autowired
    private EventCodec codec;

    @TempDir
    private Path folder;

    private long entries;

    @BeforeEach
    void books() {
        List<Command> books = Books.of(partnership);
        books.forEach(this::send);
        entries = jdbc.sql("SELECT count(*) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
    }

    @Test
    void both_programs_find_the_pack_good_and_the_figures_right() throws IOException {
        Path pack = pack("ALL");
        Files.copy(pack, Path.of("target/evidence-pack.zip"), StandardCopyOption.REPLACE_EXISTING);
        Report report = Verifier.verify(pack, NOTHING, done -> {});

        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(entries);
        assertThat(report.withheld()).isZero();
        assertThat(report.remarks()).extracting(Finding::code).containsExactlyInAnyOrder("key.from-pack", "since.none");
        assertThat(Python.verify(pack)).extracting(Python.Answer::exitCode).isEqualTo(0);
        Pack files = Pack.read(Files.readAllBytes(pack));
        assertThat(files.files)
                .containsKeys(
                        "journal.ndjson",
                        "events.ndjson",
                        "checkpoint.txt",
                        "key.txt",
                        "views/funding.json",
                        "views/engagement.json",
                        "READ-ME.txt",
                        "manifest.json")
                .doesNotContainKey("different-rows.ndjson");
        assertThat(files.text("events.ndjson")).contains("enc:v1:").doesNotContain("Musterfrau");
        assertThat(files.text("views/engagement.json")).contains("V-1").doesNotContain("Musterfrau");
        assertThat(files.text("views/funding.json")).contains("\"spentCents\" : 4321");
    }

    @Test
    void a_pack_is_good_though_more_is_sealed_while_it_is_written() throws IOException {
        Seals.Seal before = seals.current(partnership).orElseThrow();
        send(Samples.rule(partnership, "R-2", 1_300));
        assertThat(seals.current(partnership).orElseThrow().size()).isEqualTo(entries + 1);
        Path file = folder.resolve("meanwhile.zip");

        packs.write(partnership, Recipient.ALL, before, file);

        Report report = Verifier.verify(file, NOTHING, done -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(entries);
    }

    @Test
    void the_commands_in_the_read_me_check_it_with_programs_that_are_not_ours() throws Exception {
        Pack pack = Pack.read(Files.readAllBytes(pack("ALL")));
        Path there = Files.createDirectories(folder.resolve("unpacked"));
        for (Map.Entry<String, byte[]> file : pack.files.entrySet()) {
            Path target = there.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        String script = pack.text("READ-ME.txt").split("---- 8< ---- bash ---- 8< ----\n")[1];

        assertThat(bash(there, script))
                .contains(
                        "journal.ndjson: OK",
                        "Signature Verified Successfully",
                        "contents as sealed",
                        "root as signed");
        Files.writeString(
                there.resolve("journal.ndjson"), pack.text("journal.ndjson").replace("Voucher", "V") + " ");
        assertThat(bash(there, script)).contains("FAILED").doesNotContain("root as signed");
    }

    private static String bash(Path there, String script) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", script)
                .directory(there.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** What a forger could do to a pack, and the first entry that must be named; 0 for none, below zero: one up to it. */
    private Map<String, Forgery> forgeries() {
        Map<String, Forgery> all = new LinkedHashMap<>();
        all.put("a payload", new Forgery(13, swap("events.ndjson", 13, "amountCents", "amountCentz")));
        all.put("metadata", new Forgery(5, swap("events.ndjson", 5, "tester", "tester2")));
        all.put(
                "a payload left out",
                new Forgery(
                        7,
                        line(
                                "events.ndjson",
                                7,
                                old -> "{\"no\":7,\"payload\":null," + old.substring(old.indexOf("\"meta\"")))));
        all.put("an event's line gone", new Forgery(9, without("events.ndjson", 9)));
        all.put("an entry gone", new Forgery(9, without("journal.ndjson", 9)));
        all.put("an entry twice", new Forgery(10, pack -> {
            List<String> lines = pack.lines("journal.ndjson");
            lines.add(9, lines.get(8));
            return pack.lines("journal.ndjson", lines);
        }));
        all.put("two entries in another order", new Forgery(20, pack -> {
            List<String> lines = pack.lines("journal.ndjson");
            lines.add(19, lines.remove(20));
            return pack.lines("journal.ndjson", lines);
        }));
        all.put("the last entry gone", new Forgery(entries, without("journal.ndjson", (int) entries)));
        all.put("one entry too many", new Forgery(entries + 1, pack -> {
            List<String> lines = pack.lines("journal.ndjson");
            lines.add(lines.getLast().replace("\"no\":" + entries, "\"no\":" + (entries + 1)));
            return pack.lines("journal.ndjson", lines);
        }));
        all.put(
                "a stream's number",
                new Forgery(12, line("journal.ndjson", 12, old -> old.replaceFirst("\"seq\":(\\d+)", "\"seq\":7"))));
        all.put("no JSON", new Forgery(4, line("journal.ndjson", 4, old -> old.substring(1))));
        all.put(
                "a time",
                new Forgery(-6, line("journal.ndjson", 6, old -> old.replaceFirst("\"at\":\"20", "\"at\":\"19"))));
        all.put("the root", new Forgery(0, pack -> {
            String other = new Checkpoint("patenbuch/" + partnership, entries, new byte[32]).rootText();
            return pack.put(
                    "checkpoint.txt",
                    pack.text("checkpoint.txt").replaceFirst("\n[A-Za-z0-9+/]{43}=\n", "\n" + other + "\n"));
        }));
        all.put("another key that signs", new Forgery(0, pack -> {
            SigningKey own = SigningKey.random();
            return pack.put("checkpoint.txt", checkpoint(pack).sign(own).toString());
        }));
        all.put("a figure of the money", new Forgery(0, swapAll("views/funding.json", "4321", "4320")));
        all.put(
                "a figure of the hours",
                new Forgery(0, swapAll("views/engagement.json", "\"entries\" : 6", "\"entries\" : 7")));
        all.put("a view gone", new Forgery(0, pack -> {
            pack.files.remove("views/funding.json");
            return pack;
        }));
        all.put("a checkpoint that is none", new Forgery(0, pack -> pack.put("checkpoint.txt", "hello\n")));
        all.put("a key that is none", new Forgery(0, pack -> pack.put("key.txt", "hello\n")));
        all.put(
                "a row that differs",
                new Forgery(3, pack -> pack.put("different-rows.ndjson", "{\"no\":3,\"found\":\"x\"}\n")));
        return all;
    }

    private record Forgery(long firstBad, UnaryOperator<Pack> change) {}

    @Test
    void both_programs_find_every_forgery_and_name_the_same_entry() throws IOException {
        Pack pack = Pack.read(Files.readAllBytes(pack("ALL")));
        forgeries().entrySet().parallelStream().forEach(one -> bothFind(one.getKey(), one.getValue(), pack));
    }

    private void bothFind(String name, Forgery forgery, Pack pack) {
        try {
            bothFind(
                    name,
                    forgery,
                    forgery.change().apply(pack.copy()).manifestRight().write(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bothFind(String name, Forgery forgery, Path forged) throws IOException {
        Report report = Verifier.verify(forged, NOTHING, done -> {});
        Python.Answer second = Python.verify(forged);

        assertThat(report.findings()).as(name).isNotEmpty();
        assertThat(second.exitCode()).as(name + second.said()).isEqualTo(1);
        assertThat(second.firstBad()).as(name + second.said()).isEqualTo(report.firstBad());
        long firstBad = report.firstBad() == null ? 0 : report.firstBad();
        long expected = forgery.firstBad();
        assertThat(expected < 0 ? firstBad > 0 && firstBad <= -expected : firstBad == expected)
                .as(name + " " + report.findings())
                .isTrue();
    }

    @Test
    void a_file_that_is_not_the_one_in_the_manifest_is_found() throws IOException {
        Pack pack = Pack.read(Files.readAllBytes(pack("ALL")));
        Path forged = pack.put("READ-ME.txt", "all is well").write(folder);

        assertThat(Verifier.verify(forged, NOTHING, done -> {}).findings())
                .containsExactly(Finding.of("file.changed", "READ-ME.txt"));
        assertThat(Python.verify(forged).exitCode()).isEqualTo(1);
    }

    @Test
    void history_written_anew_with_the_real_key_is_found_by_an_old_checkpoint() throws Exception {
        Pack before = Pack.read(Files.readAllBytes(pack("ALL")));
        Path kept = Files.writeString(folder.resolve("kept.txt"), before.text("checkpoint.txt"));
        send(Samples.rule(partnership, "R-2", 1_300));
        Pack now = Pack.read(Files.readAllBytes(pack("ALL")));
        Verifier.Asked asked =
                new Verifier.Asked(VerifierKey.parse(now.text("key.txt")), Note.parse(Files.readAllBytes(kept)));
        Path honest = now.write(folder);
        assertThat(Verifier.verify(honest, asked, done -> {}).findings()).isEmpty();
        assertThat(Python.verify(honest, "--since", kept.toString()).exitCode()).isZero();

        for (int no : new int[] {1, 17, (int) entries}) {
            Path forged = rewritten(now.copy(), no).manifestRight().write(folder);
            assertThat(Verifier.verify(forged, NOTHING, done -> {}).findings()).isEmpty();
            assertThat(Verifier.verify(forged, asked, done -> {}).findings())
                    .extracting(Finding::code)
                    .containsExactly("since.rewritten");
            assertThat(Python.verify(forged, "--since", kept.toString()).exitCode())
                    .isEqualTo(1);
        }
        Path older = before.write(folder);
        Verifier.Asked later = new Verifier.Asked(null, Note.parse(now.text("checkpoint.txt")));
        assertThat(Verifier.verify(older, later, done -> {}).firstBad()).isEqualTo(entries + 1);
    }

    /** Metadata of an entry changed, and everything else made to fit, as someone with the key and the database could. */
    private Pack rewritten(Pack pack, int no) throws Malformed {
        List<String> events = pack.lines("events.ndjson");
        events.set(no - 1, events.get(no - 1).replace("tester", "nobody"));
        List<String> journal = pack.lines("journal.ndjson");
        LineReader event = new LineReader(events.get(no - 1).getBytes(StandardCharsets.UTF_8));
        event.number(literal("{\"no\":"));
        event.bytes(literal(",\"payload\":\""));
        EntryLine old = EntryLine.parse(journal.get(no - 1).getBytes(StandardCharsets.UTF_8));
        journal.set(no - 1, journal.get(no - 1).replace(old.meta(), Sha256.hex(event.bytes(literal(",\"meta\":\"")))));
        pack.lines("events.ndjson", events).lines("journal.ndjson", journal);
        pack.files.keySet().removeIf(name -> name.startsWith("consistency/"));
        Tree tree = new Tree();
        journal.forEach(line -> tree.append(Sha256.leaf(line.getBytes(StandardCharsets.UTF_8))));
        Checkpoint checkpoint = new Checkpoint("patenbuch/" + partnership, tree.size(), tree.root());
        return pack.put("checkpoint.txt", signer.sign(checkpoint).toString());
    }

    @Test
    void a_partner_is_given_only_its_own_and_still_sees_that_nothing_is_missing() throws IOException {
        Path file = pack("PARTNER:P-1");
        Report report = Verifier.verify(file, NOTHING, done -> {});
        Pack pack = Pack.read(Files.readAllBytes(file));

        assertThat(report.findings()).isEmpty();
        assertThat(report.size()).isEqualTo(entries);
        assertThat(report.remarks()).extracting(Finding::code).contains("payloads.withheld", "figures.withheld");
        assertThat(Python.verify(file).exitCode()).isZero();
        assertThat(pack.text("events.ndjson"))
                .contains("Z-1", "B-1", "B-4", "less after all")
                .doesNotContain("Z-2", "B-2", "V-1", "E-1", "booked twice", "the partner closed");
        assertThat(pack.text("views/engagement.json")).doesNotContain("V-1");
        assertThat(pack.text("views/funding.json")).doesNotContain("P-2");
        Pack finance = Pack.read(Files.readAllBytes(pack("FINANCE")));
        assertThat(finance.text("events.ndjson")).contains("Z-2", "E-1").doesNotContain("V-1");
    }

    @Test
    void every_kind_of_event_moves_a_figure_or_is_known_not_to() {
        var known = new java.util.TreeSet<>(EventTypes.STILL);
        known.addAll(new FundingFigures().types());
        known.addAll(new EngagementFigures().types());

        assertThat(known)
                .as("a new event: add it to EventTypes and docs/verify.py, or add it up in the Figures")
                .containsAll(codec.types().keySet().stream()
                        .filter(type -> !codec.types().get(type).getName().contains("Test"))
                        .toList());
    }

    @Test
    void those_who_may_are_given_it_over_http_and_others_not() {
        assertThat(caller(Role.AUDITOR).text("evidence/pack").headers().firstValue("Content-Type"))
                .contains("application/zip");
        assertThat(caller(Role.COORDINATOR)
                        .text("evidence/pack?recipient=PARTNER:P-1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller(Role.AUDITOR).get("evidence/pack?recipient=PARTNER:").status())
                .isEqualTo(400);
        assertThat(caller(Role.FINANCE).get("evidence/pack").status()).isEqualTo(403);
        assertThat(caller(Role.PARTNER).get("evidence/pack").status()).isEqualTo(403);
    }

    @Test
    void the_command_says_how_it_went_by_its_exit_code() throws IOException {
        Path good = pack("ALL");
        Path bad = Pack.read(Files.readAllBytes(good)).put("READ-ME.txt", "x").write(folder);
        Path none = Files.writeString(folder.resolve("none.zip"), "none");

        assertThat(Offline.run("verify", good.toString())).hasValue(0);
        assertThat(Offline.run("verify", "--language", "en", "--json", bad.toString()))
                .hasValue(1);
        assertThat(Offline.run("verify", none.toString())).hasValue(2);
        assertThat(Offline.run("verify", folder.resolve("nowhere").toString())).hasValue(2);
        assertThat(Offline.run("verify", good.toString(), "--key", "no+key+here"))
                .hasValue(2);
        assertThat(Offline.run("verify", good.toString(), "--since", none.toString()))
                .hasValue(2);
        assertThat(Offline.run("verify")).hasValue(2);
        assertThat(Offline.run("rebuild")).isEmpty();
    }

    private Path pack(String recipient) throws IOException {
        Path file = Files.createTempFile(folder, "given", ".zip");
        assertThat(packs.write(partnership, Recipient.named(recipient).orElseThrow(), file))
                .isPresent();
        return file;
    }

    private Checkpoint checkpoint(Pack pack) {
        try {
            return Checkpoint.parse(Note.parse(pack.text("checkpoint.txt")).text());
        } catch (Malformed broken) {
            throw new AssertionError(broken);
        }
    }

    private static UnaryOperator<Pack> swapAll(String name, String what, String by) {
        return pack -> {
            assertThat(pack.text(name)).contains(what);
            return pack.put(name, pack.text(name).replace(what, by));
        };
    }

    private static UnaryOperator<Pack> swap(String name, int no, String what, String by) {
        return line(name, no, old -> {
            assertThat(old).contains(what);
            return old.replace(what, by);
        });
    }

    private static UnaryOperator<Pack> line(String name, int no, UnaryOperator<String> change) {
        return pack -> {
            List<String> lines = pack.lines(name);
            lines.set(no - 1, change.apply(lines.get(no - 1)));
            return pack.lines(name, lines);
        };
    }

    private static UnaryOperator<Pack> without(String name, int no) {
        return pack -> {
            List<String> lines = pack.lines(name);
            lines.remove(no - 1);
            return pack.lines(name, lines);
        };
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
