package org.patenbuch.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.erasure.ErasureCommand.ErasePerson;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Node;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Samples;
import org.patenbuch.eventstore.Together;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundEvent;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.fund.ProposalCommand.ProposeExpense;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partner.PartnerEvent.PartnerRole;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Found;
import org.patenbuch.projections.SelfCheck;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code -Dpatenbuch.persons=10000} for the full run: a tenth of them is forgotten. */
class ForgottenTest {
    private static final int PERSONS = Integer.getInteger("patenbuch.persons", 60);
    private static final LocalDate TODAY = LocalDate.of(2034, 1, 1);
    private static final String IN = "rosenstadt";

    /** In the name of every person: found anywhere, some name is there in clear. */
    private final String mark = "Klarname" + UUID.randomUUID().toString().replace("-", "");

    private final Marks marks = new Marks(mark);
    private final FileTime start = FileTime.from(Instant.now().minusSeconds(2));
    private final DatabaseLogins database = TestDatabase.newDatabase();

    @TempDir
    private Path folder;

    private Path dataDir;

    @Test
    void who_is_forgotten_is_found_nowhere_and_stays_so_after_an_older_backup_was_put_back() throws Exception {
        Path backup;
        Engagement before;
        try (Node node = node()) {
            dataDir = Path.of(node.bean(Environment.class).getProperty("patenbuch.data-dir"));
            people(node);
            before = answer(node);
            assertThat(named(before)).isEqualTo(PERSONS);
            backup = node.bean(Backup.class).write(folder.resolve("backups"));
            assertThat(node.bean(Backup.class).write(folder.resolve("backups"))).isNotEqualTo(backup);
            Map<Long, String> journal = journal(node);

            forgotten()
                    .forEach(id ->
                            node.send(new ErasePerson(IN, "E-" + id, PersonKind.SPONSOR, id, Cause.REQUESTED, TODAY)));

            assertForgotten(node, before);
            assertAChangedVoucherIsNoticed(node);
            assertThat(journal(node)).containsAllEntriesOf(journal);
            assertThat(owner().sql("SELECT application_name FROM pg_stat_activity WHERE datname = current_database()")
                            .query(String.class)
                            .list())
                    .contains("patenbuch");
            Path older = backup;
            assertThatThrownBy(() -> restore().read(older, true)).hasMessage("backup.serving");
        }
        assertRefusedWhereSomethingIsWrong(backup);

        assertThat(restore().read(backup, true)).isEqualTo(2 * PERSONS / 10); // of the name, and of the certificate
        assertFoundNowhere();
        try (Node node = node()) {
            assertForgotten(node, before);
            assertThatThrownBy(() -> owner().sql("DELETE FROM event").update())
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    private void assertForgotten(Node node, Engagement before) throws Exception {
        Engagement after = answer(node);
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.byMonth()).isEqualTo(before.byMonth());
        assertThat(named(after)).isEqualTo(PERSONS - PERSONS / 10);
        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM person_file WHERE erased_on IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PERSONS / 10);
        assertThat(node.bean(SelfCheck.class).run(progress -> {})).allMatch(Found::good);
        Path dump = node.bean(Backup.class).write(folder.resolve("dumps"));
        assertFoundNowhere();
        assertTheSearchFinds(dump);
    }

    private void assertAChangedVoucherIsNoticed(Node node) {
        String flip = "UPDATE file_content SET content = set_byte(content, 20, get_byte(content, 20) # 1)";
        owner().sql(flip).update();
        assertThat(node.bean(SelfCheck.class).run(progress -> {}))
                .anyMatch(found ->
                        found.findings().contains("file rosenstadt/D-1: its content is not what was attached"));
        owner().sql(flip).update();
    }

    /** Backups and dumps, the log, the data folder, the living files of the database. */
    private void assertFoundNowhere() throws Exception {
        for (Path place : List.of(folder, dataDir, cluster())) {
            assertThat(marks.in(place, start)).isEmpty();
        }
    }

    /** A search that finds nothing says something only if it would find it. */
    private void assertTheSearchFinds(Path dump) throws Exception {
        Path planted = Files.writeString(dump.resolve("planted"), "x" + mark + "x");
        assertThat(marks.in(dump, start)).containsExactly(planted);
        Files.delete(planted);
    }

    private void assertRefusedWhereSomethingIsWrong(Path backup) throws Exception {
        assertThatThrownBy(() -> restore().read(backup, false)).hasMessage("backup.replace");
        assertThatThrownBy(() -> restore().read(folder, true)).hasMessage("backup.none");
        Path events = backup.resolve("journal/public.event.copy.gz");
        byte[] whole = Files.readAllBytes(events);
        Files.write(events, new byte[] {0}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> restore().read(backup, true)).hasMessage("backup.changed");
        Files.write(events, whole);
    }

    private void people(Node node) {
        node.send(Samples.found(IN));
        paid(node);
        for (int first = 0; first < PERSONS; first += 500) {
            List<Command> some = IntStream.range(first, Math.min(first + 500, PERSONS))
                    .boxed()
                    .flatMap(this::commands)
                    .toList();
            node.bean(Together.class).record(() -> some.stream().map(node::send).toList());
        }
    }

    /** Somebody was paid, and somebody is proposed to be; whose names are marked as well. */
    private void paid(Node node) {
        LocalDate day = LocalDate.of(2012, 1, 1);
        node.send(new RegisterPartner(
                IN, "P-1", "Sparkasse", PartnerEvent.Kind.COMPANY, List.of(PartnerRole.FUNDER), day));
        node.send(new OpenFund(IN, "F-1", "Fahrten", "Fahrten", false, null));
        node.send(new RecordContribution(
                IN, "B-1", "F-1", "P-1", null, ContributionKind.MONEY, Nature.GIFT, 500, day, "Auszug", null, null));
        node.send(new RecordExpense(IN, "A-1", "F-1", "Fahrten", 100, day, mark + " bar", "Beleg", null));
        node.bean(org.patenbuch.fund.Files.class)
                .attach(
                        ("%PDF-1.7 " + mark).getBytes(StandardCharsets.US_ASCII),
                        FundEvent.Entry.EXPENSE,
                        "A-1",
                        "D-1",
                        new Who(IN, "tester", EnumSet.of(Role.FINANCE), null, null),
                        Origin.api());
        node.send(new ProposeExpense(IN, "V-1", "F-1", "Fahrten", 100, day, mark + " bar", "Beleg", null));
    }

    private Stream<Command> commands(int n) {
        String id = "V-" + n;
        LocalDate joined = LocalDate.of(2012, 1, 1);
        Personal name = Personal.of(IN + "/sponsor/" + id, mark + " " + n);
        return Stream.of(
                new RegisterSponsor(IN, id, name, SponsorEvent.Kind.FAMILY, joined),
                new SeeCertificate(IN, "Z-" + n, id, new Certificate(joined, false)),
                new LogHours(IN, "S-" + n, id, null, joined, 30 + n % 60, Activity.TRAVEL, name),
                new DepartSponsor(IN, "D-" + n, id, joined.plusDays(1), name));
    }

    private static List<String> forgotten() {
        return IntStream.range(0, PERSONS / 10).mapToObj(n -> "V-" + 10 * n).toList();
    }

    private static long named(Engagement answer) {
        return answer.bySponsor().stream().filter(line -> line.name() != null).count();
    }

    private static Engagement answer(Node node) {
        long last = node.jdbc()
                .sql("SELECT max(position) FROM event")
                .query(Long.class)
                .single();
        return node.bean(EngagementView.class).answer(IN, Asked.NOW.notBefore(last));
    }

    private static Map<Long, String> journal(Node node) {
        Map<Long, String> entries = new HashMap<>();
        node.jdbc()
                .sql("SELECT position, md5(payload) || md5(metadata) FROM event")
                .query(row -> {
                    entries.put(row.getLong(1), row.getString(2));
                });
        return entries;
    }

    private Node node() {
        return Node.start(database, List.of("logging.file.name=" + folder.resolve("patenbuch.log")), More.class);
    }

    private Restore restore() {
        return new Restore(ownerSource(), dataDir);
    }

    private JdbcClient owner() {
        return JdbcClient.create(ownerSource());
    }

    private DriverManagerDataSource ownerSource() {
        return new DriverManagerDataSource(
                database.owner().url(),
                database.owner().user(),
                database.owner().password());
    }

    private static Path cluster() {
        return Path.of("target", "test-cluster-" + ProcessHandle.current().pid());
    }

    /** What a node needs to forget people and to back up, without what serves pages and programs. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"org.patenbuch.erasure", "org.patenbuch.operation"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Api|Pages|CommandLine|Health|Test.*)"))
    @ComponentScan(
            basePackages = "org.patenbuch.access",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.patenbuch\\.access\\.(Users|Memberships)"))
    static class More {}
}
