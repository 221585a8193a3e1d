package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verifier by itself, on a pack made here with a key of its own: whatever is changed has its finding, and just that
 * one. Without a database, so that each of its lines can be changed on purpose and a test be seen to fail.
 */
class VerifierTest {
    private static final Verifier.Asked NOTHING = new Verifier.Asked(null, null);
    private static final String JOURNAL = "journal.ndjson";
    private static final String EVENTS = "events.ndjson";
    private static final String CONSISTENCY = "consistency/" + MadePack.SECOND + ".json";

    @TempDir
    private Path folder;

    private final MadePack made = new MadePack();
    private final int size = made.size();

    private Report verify(Pack pack, Verifier.Asked asked) throws IOException {
        return Verifier.verify(pack.write(folder), asked, done -> {});
    }

    private List<Finding> findings(Pack pack) throws IOException {
        return verify(pack, NOTHING).findings();
    }

    @Test
    void a_pack_is_good_and_says_what_it_is() throws IOException {
        List<Long> progress = new ArrayList<>();
        Report report = Verifier.verify(made.pack().write(folder), NOTHING, progress::add);

        assertThat(report.findings()).isEmpty();
        assertThat(report.good()).isTrue();
        assertThat(report.firstBad()).isNull();
        assertThat(report.origin()).isEqualTo(MadePack.ORIGIN);
        assertThat(report.size()).isEqualTo(size);
        assertThat(report.root()).isEqualTo(made.pack().lines("checkpoint.txt").get(2));
        assertThat(report.key()).isEqualTo(made.verifierKey().toString());
        assertThat(report.withheld()).isZero();
        assertThat(report.remarks())
                .containsExactly(Finding.of("key.from-pack", report.key()), Finding.of("since.none"));
        assertThat(progress).containsExactly((long) size);
    }

    @Test
    void more_hours_than_there_is_room_for_at_first_are_each_added_to_their_own() {
        EngagementFigures figures = new EngagementFigures();
        for (int n = 0; n < 3_000; n++) {
            String hours = "{'entryId':'X-%d','sponsorId':'V-%d','on':'2013-03-01','activity':'VISIT','minutes':10}";
            figures.hear(
                    "HoursLogged",
                    new JsonMapper().readTree(hours.formatted(n, n % 3).replace('\'', '"')));
        }
        assertThat(figures.all())
                .containsEntry("totals.entries", 3_000L)
                .containsEntry("bySponsor.V-0.minutes", 10_000L)
                .containsEntry("bySponsor.V-1.minutes", 10_000L)
                .containsEntry("bySponsor.V-2.minutes", 10_000L);
    }

    @Test
    void it_says_every_4096_entries_how_far_it_is() throws IOException {
        for (int n = 0; n < 4_200; n++) made.fact("rule/R", "RuleSet", "{}");
        List<Long> progress = new ArrayList<>();
        Report report = Verifier.verify(made.pack().write(folder), NOTHING, progress::add);

        assertThat(report.findings()).isEmpty();
        assertThat(progress).containsExactly(4_096L, 4_200L + size);
    }

    /** What a forger may change who keeps the manifest right, and all that is found by it. */
    private Map<UnaryOperator<Pack>, List<Finding>> forgeries() {
        Map<UnaryOperator<Pack>, List<Finding>> all = new LinkedHashMap<>();
        entries(all);
        events(all);
        files(all);
        return all;
    }

    private void entries(Map<UnaryOperator<Pack>, List<Finding>> all) {
        all.put(
                line(JOURNAL, 7, old -> old.replace("\"no\":7", "\"no\":8")),
                List.of(Finding.at(7, "entry.number", "8"), differs(MadePack.SECOND, CONSISTENCY), newestDiffers(6)));
        all.put(
                line(JOURNAL, 9, old -> old.replace("\"seq\":1,", "\"seq\":2,")),
                List.of(
                        Finding.at(9, "stream.gap", "pledge/Z-1", "1"),
                        differs(MadePack.SECOND, CONSISTENCY),
                        newestDiffers(6)));
        all.put(
                line(JOURNAL, size, old -> old.replace("2026-11-24", "2025-11-24")),
                List.of(rootDiffers((long) MadePack.SECOND + 1, size, "checkpoint.txt", true)));
        for (int at : new int[] {MadePack.SECOND + 1, size}) {
            all.put(
                    line(JOURNAL, at, old -> old.replace("\"no\":" + at, "\"no\":999")),
                    List.of(Finding.at(at, "entry.number", "999"), newestDiffers(MadePack.SECOND + 1)));
        }
        UnaryOperator<Pack> newest = line(JOURNAL, size, old -> old.replace("2026-11-24", "2025-11-24"));
        all.put(
                pack -> line(EVENTS, 3, old -> old.replace("tester", "nobody")).apply(newest.apply(pack)),
                List.of(
                        Finding.at(3, "meta.changed"),
                        rootDiffers((long) MadePack.SECOND + 1, size, "checkpoint.txt", true)));
        all.put(
                line(JOURNAL, size - 1, old -> old + " "),
                List.of(
                        Finding.at(size - 1, "entry.malformed"),
                        Finding.at(size, "stream.gap", "timesheet/V-2", "4"),
                        newestDiffers(MadePack.SECOND + 1)));
        all.put(
                without(JOURNAL, size),
                List.of(Finding.at(size, "event.without-entry"), Finding.at(size, "journal.shorter", "" + size)));
        all.put(
                pack -> {
                    List<String> lines = pack.lines(JOURNAL);
                    String next = "\"no\":" + (size + 1) + ",";
                    lines.add(lines.getLast()
                            .replace("\"no\":" + size + ",", next)
                            .replace("\"seq\":5", "\"seq\":6"));
                    return pack.lines(JOURNAL, lines);
                },
                List.of(Finding.at(size + 1, "event.missing"), Finding.at(size + 1, "journal.longer", "" + size)));
    }

    private Finding rootDiffers(long from, long to, String source, boolean first) {
        return new Finding(
                "root.differs", first ? from : null, List.of(Long.toString(from), Long.toString(to), source));
    }

    /** After the first checkpoint, and it is known why. */
    private Finding differs(long to, String source) {
        return rootDiffers(MadePack.FIRST + 1, to, source, false);
    }

    private Finding newestDiffers(long from) {
        return rootDiffers(from, size, "checkpoint.txt", false);
    }

    private void events(Map<UnaryOperator<Pack>, List<Finding>> all) {
        all.put(line(EVENTS, 3, old -> old.replace("\"no\":3", "\"no\":4")), List.of(Finding.at(3, "event.number")));
        all.put(line(EVENTS, 6, old -> old.replace("1000", "1001")), List.of(Finding.at(6, "payload.changed")));
        all.put(line(EVENTS, 6, old -> old.replace("tester", "nobody")), List.of(Finding.at(6, "meta.changed")));
        all.put(line(EVENTS, 6, old -> old + "}"), List.of(Finding.at(6, "event.malformed")));
        all.put(without(EVENTS, size), List.of(Finding.at(size, "event.missing")));
        all.put(
                line(EVENTS, 6, old -> old.replaceFirst("\"payload\":.*,\"meta\"", "\"payload\":null,\"meta\"")),
                List.of(Finding.at(6, "payload.missing")));
        all.put(
                line(EVENTS, 6, old -> old.replaceFirst("\"meta\":.*", "\"meta\":null}")),
                List.of(Finding.at(6, "payload.missing")));
        all.put(
                pack -> {
                    List<String> lines = pack.lines(EVENTS);
                    lines.add("{\"no\":1,\"payload\":\"\",\"meta\":\"\"}");
                    return pack.lines(EVENTS, lines);
                },
                List.of(Finding.at(size + 1, "event.without-entry")));
    }

    private void files(Map<UnaryOperator<Pack>, List<Finding>> all) {
        all.put(
                put("key.txt", "hello"),
                List.of(
                        Finding.of("key.malformed"),
                        Finding.of("signature.wrong", MadePack.ORIGIN),
                        Finding.of("signature.wrong", CONSISTENCY),
                        Finding.of("signature.wrong", "consistency/5.json")));
        all.put(
                put("keys/1.txt", "hello"),
                List.of(
                        Finding.of("file.malformed", "keys/1.txt"),
                        Finding.of("signature.wrong", "consistency/5.json")));
        all.put(
                put("checkpoint.txt", "hello"),
                List.of(
                        Finding.of("checkpoint.malformed"),
                        Finding.of("signature.wrong", CONSISTENCY),
                        Finding.of("signature.wrong", "consistency/5.json")));
        all.put(
                pack -> pack.put("checkpoint.txt", checkpoint(pack, size, SigningKey.random())),
                List.of(Finding.of("signature.wrong", MadePack.ORIGIN)));
        all.put(put(CONSISTENCY, "{"), List.of(Finding.of("file.malformed", CONSISTENCY)));
        all.put(put(CONSISTENCY, "{\"checkpoint\":\"hello\"}"), List.of(Finding.of("file.malformed", CONSISTENCY)));
        all.put(
                pack -> pack.put(
                        CONSISTENCY, pack.text(CONSISTENCY).replaceFirst("\"hashes\":\\[\"[^\"]*\",", "\"hashes\":[")),
                List.of(Finding.of("consistency.wrong", CONSISTENCY)));
        all.put(
                pack -> pack.put(
                        CONSISTENCY, pack.text(CONSISTENCY).replaceFirst("\"hashes\":\\[\"", "\"hashes\":[\"?")),
                List.of(Finding.of("file.malformed", CONSISTENCY)));
        all.put(
                pack -> pack.put(CONSISTENCY, pack.text(CONSISTENCY).replaceFirst("n20\\\\n", "n19\\\\n")),
                List.of(Finding.of("signature.wrong", CONSISTENCY)));
        all.put(
                put("views/funding.json", MadePack.FUNDING.replace("89070", "89071")),
                List.of(Finding.of("figures.differ", "views/funding.json", "totals.receivedMoneyCents")));
        all.put(
                put(
                        "views/engagement.json",
                        MadePack.ENGAGEMENT.replace("\"month\":\"2013-04\"", "\"month\":\"2014-04\"")),
                List.of(Finding.of("figures.differ", "views/engagement.json", "byMonth.2013-04.minutes")));
        all.put(
                put("views/engagement.json", MadePack.ENGAGEMENT.replace("\"totals\":", "\"more\":1,\"totals\":")),
                List.of(Finding.of("figures.differ", "views/engagement.json", "more")));
        all.put(
                put("views/funding.json", "["),
                List.of(
                        Finding.of("file.malformed", "views/funding.json"),
                        Finding.of("file.missing", "views/funding.json")));
        all.put(gone("views/funding.json"), List.of(Finding.of("file.missing", "views/funding.json")));
        all.put(
                put("different-rows.ndjson", "{\"no\":3}\n{\"no\":4}\n?\n"),
                List.of(
                        Finding.at(3, "row.differs"),
                        Finding.at(4, "row.differs"),
                        Finding.of("file.malformed", "different-rows.ndjson")));
    }

    @TestFactory
    List<DynamicTest> every_forgery_has_its_findings_and_no_others() {
        List<DynamicTest> tests = new ArrayList<>();
        forgeries()
                .forEach((change, expected) -> tests.add(DynamicTest.dynamicTest(
                        expected.toString(),
                        () -> assertThat(findings(change.apply(made.pack()).manifestRight()))
                                .containsExactlyElementsOf(expected))));
        return tests;
    }

    @Test
    void a_lost_entry_is_named_and_the_first_bad_one_is_the_lowest() throws IOException {
        Report report = verify(without(JOURNAL, 10).apply(made.pack()).manifestRight(), NOTHING);

        assertThat(report.good()).isFalse();
        assertThat(report.firstBad()).isEqualTo(10);
        assertThat(report.findings()).hasSize(50).startsWith(Finding.at(10, "entry.number", "11"));
    }

    @Test
    void what_the_manifest_does_not_say_is_found() throws IOException {
        assertThat(findings(made.pack().put("READ-ME.txt", "other")))
                .containsExactly(Finding.of("file.changed", "READ-ME.txt"));
        assertThat(findings(made.pack().put("more.txt", "more")))
                .containsExactly(Finding.of("file.changed", "more.txt"));
        assertThat(findings(gone("READ-ME.txt").apply(made.pack())))
                .containsExactly(Finding.of("file.missing", "READ-ME.txt"));
        assertThat(findings(made.pack().put(EVENTS, made.pack().text(EVENTS) + "\n")))
                .extracting(Finding::code)
                .containsExactly("event.without-entry", "file.changed");
        Pack unsaid = made.pack().put("manifest.json", "[");
        assertThat(findings(unsaid))
                .startsWith(Finding.of("file.malformed", "manifest.json"))
                .hasSize(unsaid.files.size());
    }

    @Test
    void the_key_that_is_trusted_counts_and_not_the_one_in_the_pack() throws IOException {
        VerifierKey before = VerifierKey.of(MadePack.ORIGIN, VerifierKey.Type.ED25519, made.old.publicKey());
        VerifierKey stranger = VerifierKey.of(
                MadePack.ORIGIN, VerifierKey.Type.ED25519, SigningKey.random().publicKey());

        Report handed = verify(made.pack(), new Verifier.Asked(before, null));
        assertThat(handed.findings()).isEmpty();
        assertThat(handed.key()).isEqualTo(before.toString());
        assertThat(handed.remarks()).containsExactly(Finding.of("since.none"));
        assertThat(verify(made.pack(), new Verifier.Asked(stranger, null)).findings())
                .containsExactly(
                        Finding.of("key.other", made.verifierKey().toString()),
                        Finding.of("signature.wrong", MadePack.ORIGIN),
                        Finding.of("signature.wrong", CONSISTENCY),
                        Finding.of("signature.wrong", "consistency/5.json"));
        assertThat(findings(gone("keys/1.txt").apply(made.pack()).manifestRight()))
                .containsExactly(Finding.of("signature.wrong", "consistency/5.json"));
    }

    @Test
    void an_old_checkpoint_is_held_against_the_journal() throws Exception {
        Pack pack = made.pack();
        Note kept = Note.parse(checkpoint(pack, 12, made.key));
        Report good = verify(pack, new Verifier.Asked(null, kept));
        assertThat(good.findings()).isEmpty();
        assertThat(good.remarks()).extracting(Finding::code).containsExactly("key.from-pack");

        Note rewritten = new Checkpoint(MadePack.ORIGIN, 12, new byte[32]).sign(made.key);
        assertThat(verify(pack, new Verifier.Asked(null, rewritten)).findings())
                .containsExactly(new Finding("since.rewritten", 6L, List.of("6", "12", "12")));
        Note longer = new Checkpoint(MadePack.ORIGIN, size + 1, new byte[32]).sign(made.key);
        assertThat(verify(pack, new Verifier.Asked(null, longer)).findings())
                .containsExactly(Finding.at(size + 1, "since.shorter", "" + (size + 1)));
        Note same = Note.parse(pack.text("checkpoint.txt"));
        assertThat(verify(pack, new Verifier.Asked(null, same)).findings()).isEmpty();
        for (Note other : List.of(
                new Checkpoint(MadePack.ORIGIN, 12, new byte[32]).sign(SigningKey.random()),
                new Checkpoint("patenbuch/q", 12, new byte[32]).sign(made.key))) {
            assertThat(verify(pack, new Verifier.Asked(null, other)).findings())
                    .extracting(Finding::code)
                    .containsExactly("since.signature");
        }
        Note none = new Note("hello\n", kept.lines());
        assertThatThrownBy(() -> verify(pack, new Verifier.Asked(null, none)))
                .isInstanceOf(IOException.class)
                .hasMessage("the old checkpoint is none");
    }

    @Test
    void between_two_roots_that_fit_nothing_is_doubted_and_the_first_that_does_not_counts() throws IOException {
        Pack pack =
                line(JOURNAL, 3, old -> old.replace("2026-11-24", "2025-11-24")).apply(made.pack());

        assertThat(findings(pack.manifestRight()))
                .containsExactly(
                        rootDiffers(1, 5, "consistency/5.json", true),
                        rootDiffers(1, MadePack.SECOND, CONSISTENCY, false),
                        rootDiffers(1, size, "checkpoint.txt", false));
    }

    @Test
    void what_is_withheld_from_a_recipient_is_said_and_its_figures_are_not_judged() throws IOException {
        Pack pack = made.pack().put("manifest.json", "{\"recipient\":\"PARTNER:P-1\"}");
        line(EVENTS, 10, old -> old.replaceFirst("\"payload\":.*", "\"payload\":null,\"meta\":null}"))
                .apply(pack);
        line(EVENTS, 1, old -> old.replaceFirst("\"payload\":.*", "\"payload\":null,\"meta\":null}"))
                .apply(pack);
        pack.put("views/funding.json", "{}");

        Report report = verify(pack.manifestRight(), NOTHING);

        assertThat(report.findings()).isEmpty();
        assertThat(report.withheld()).isEqualTo(2);
        assertThat(report.remarks())
                .extracting(Finding::code)
                .containsExactly("figures.withheld", "key.from-pack", "since.none", "payloads.withheld");
        pack.put("views/engagement.json", "{}");
        assertThat(findings(pack.manifestRight())).extracting(Finding::code).containsExactly("figures.differ");
    }

    @Test
    void a_kind_of_event_it_does_not_know_is_said_and_then_no_figure_is_judged() throws IOException {
        made.fact("x/1", "SomethingNew", "{}").fact("x/1", "AnotherNew", "{}");
        Report report = verify(made.pack().put("views/funding.json", "{}").manifestRight(), NOTHING);

        assertThat(report.findings()).isEmpty();
        assertThat(report.remarks()).contains(Finding.of("types.unknown", "AnotherNew, SomethingNew"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HoursCorrected {'entryId':'X-9','on':'2013-01-01','activity':'VISIT','minutes':1}",
                "HoursLogged {'entryId':'X-9','sponsorId':'V','on':'2013','activity':'VISIT','minutes':1}",
                "HoursLogged {'entryId':'X-9'}",
                "TimesheetApproved {}",
                "PledgeAmended {'pledgeId':'Z-9','amountCents':1}",
                "ContributionRecorded {'kind':'MONEY'}",
                "ExpenseRecorded no"
            })
    void what_cannot_be_added_up_is_odd(String event) throws IOException {
        String[] parts = event.split(" ", 2);
        made.fact("x/1", parts[0], parts[1]);

        assertThat(findings(made.pack())).containsExactly(Finding.at(size + 1, "figures.odd", parts[0]));
    }

    @Test
    void once_something_is_changed_no_event_is_added_up() throws IOException {
        Pack pack = line(EVENTS, 1, old -> old.replace("tester", "nobody")).apply(made.pack());
        pack.put("views/funding.json", "{}").put("views/engagement.json", "{}");

        assertThat(findings(pack.manifestRight())).containsExactly(Finding.at(1, "meta.changed"));
    }

    @ParameterizedTest
    @CsvSource({
        "PledgeMade, \"pledgedCents\":107000",
        "Pledges kept, \"outstandingCents\":19930",
        "In kind, \"receivedInKindCents\":1111",
        "Staff, \"receivedStaffTimeCents\":3300",
        "Spent, \"spentCents\":4321",
        "Left, \"balanceCents\":84749",
        "Of a partner, \"pledgedCents\":80000",
        "Of a fund, \"balanceCents\":19000",
        "Nothing, \"spentCents\":0"
    })
    void every_figure_of_the_money_is_compared(String what, String figure) throws IOException {
        String one = figure.substring(0, figure.length() - 1) + (figure.endsWith("9") ? "8" : "3");
        Pack pack = made.pack().put("views/funding.json", MadePack.FUNDING.replaceFirst(figure + "\\b", one));

        assertThat(findings(pack.manifestRight()))
                .as(what)
                .extracting(Finding::code)
                .containsExactly("figures.differ");
    }

    @Test
    void a_month_of_which_everything_was_taken_back_is_none() {
        FundingFigures figures = new FundingFigures();
        assertThat(figures.all()).hasSize(7).containsEntry("totals.pledgedCents", 0L);
        assertThat(new EngagementFigures().all()).hasSize(5).containsEntry("totals.minutes", 0L);
        assertThatThrownBy(() -> figures.hear("HoursLogged", null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_pack_without_what_is_needed_is_none() throws IOException {
        for (String name : PackFile.NEEDED) {
            Path file = gone(name).apply(made.pack()).write(folder);
            assertThatThrownBy(() -> Verifier.verify(file, NOTHING, done -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("not in the pack: " + name);
        }
        Path twice = folder.resolve("twice.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(twice))) {
            for (String name : new String[] {"a", "b"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        }
        byte[] bytes = Files.readAllBytes(twice);
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == 'b') bytes[i] = 'a';
        Files.write(twice, bytes);
        assertThatThrownBy(() -> Verifier.verify(twice, NOTHING, done -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a");
    }

    static Note note(Pack pack, int entries, SigningKey key) {
        List<byte[]> lines = pack.lines(JOURNAL).stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        return MadePack.checkpoint(lines, entries, key);
    }

    private static String checkpoint(Pack pack, int entries, SigningKey key) {
        return note(pack, entries, key).toString();
    }

    private static UnaryOperator<Pack> put(String name, String text) {
        return pack -> pack.put(name, text);
    }

    private static UnaryOperator<Pack> gone(String name) {
        return pack -> {
            pack.files.remove(name);
            return pack;
        };
    }

    private static UnaryOperator<Pack> line(String name, int no, UnaryOperator<String> change) {
        return pack -> {
            List<String> lines = pack.lines(name);
            String changed = change.apply(lines.get(no - 1));
            assertThat(changed).isNotEqualTo(lines.get(no - 1));
            lines.set(no - 1, changed);
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
}
