package org.patenbuch.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patenbuch.erasure.PersonKind.SPONSOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.Caller;
import org.patenbuch.Users;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.engagement.PeopleTest;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.evidence.Offline;
import org.patenbuch.household.HouseholdCommand.CloseHousehold;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.privacy.ErasureList;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Rebuild;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasureTest extends PeopleTest {
    private static final LocalDate LEFT = LocalDate.of(2025, 6, 30);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Duties duties;

    @Autowired
    private PersonFiles files;

    @Autowired
    private Ledger ledgerItself;

    @Autowired
    private EngagementView view;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Repetition repetition;

    @Value("${patenbuch.data-dir}")
    private Path dataDir;

    private Caller coordinator;

    @BeforeEach
    void someoneWhoAccompanied() {
        coordinator = as(Role.COORDINATOR);
        activeSponsor("V-01", "Anna Ahorn");
        household("H-001");
        assigned("M-001", "V-01", "H-001");
        log("S-1", "V-01", "M-001", day(5, 3), 90, Activity.VISIT, text("sponsorship", "M-001", "read together"));
        log("S-2", "V-01", null, day(5, 4), 30, Activity.TRAVEL, text("sponsor", "V-01", "by bicycle"));
    }

    @Test
    void inside_a_hold_it_is_refused_with_norm_and_date_and_done_by_itself_after_it() {
        send(new ApproveTimesheet(partnership, "A-1", "V-01", YearMonth.of(2025, 5), null, null));
        leave();
        assertThat(post("sponsors/V-01/erasure-request").status()).isEqualTo(201);

        Caller.Answer refused = post("sponsors/V-01/erasure");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("erasure.held");
        assertThat(refused.at("/detail")).contains("§ 147 (1) no. 4", "2033-12-31");
        assertThat(on(LocalDate.of(2033, 12, 31)).eraseWhoIsDue(partnership)).isZero();
        assertThat(on(LocalDate.of(2034, 1, 1)).eraseWhoIsDue(partnership)).isEqualTo(1);
        assertThat(on(LocalDate.of(2034, 1, 1)).eraseWhoIsDue(partnership)).isZero();
        assertThat(files.of(sponsor()))
                .isEqualTo(new PersonFiles.File(LocalDate.now(berlin()), LocalDate.of(2034, 1, 1)));
    }

    @Test
    void hours_nobody_approved_are_kept_for_grants_and_then_a_year_without_a_word_is_enough() {
        leave();

        assertThat(on(LEFT).due(sponsor()).orElseThrow().on()).isEqualTo(LocalDate.of(2031, 7, 1));
        assertThatThrownBy(() -> erase(LocalDate.of(2031, 6, 30)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.arguments())
                                .containsExactly("V-01", Norm.GRANTS, LocalDate.of(2031, 6, 30)));
        assertThat(on(LocalDate.of(2031, 7, 1)).eraseWhoIsDue(partnership)).isEqualTo(1);
    }

    @Test
    void nothing_is_left_to_be_read_anywhere_and_no_sum_changes() {
        List<byte[]> journal = journal();
        leave();
        Engagement before = answer();
        String login = logInOf("V-01");

        long position = erase(LocalDate.of(2034, 1, 1));

        Engagement after = view.answer(partnership, Asked.NOW.notBefore(position));
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.byMonth()).isEqualTo(before.byMonth());
        assertThat(after.bySponsor().getFirst().name()).isNull();
        assertThat(journal().subList(0, journal.size()))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(journal);
        assertThat(one("SELECT count(*) FROM keys.person_key WHERE starts_with(subject, ?)", partnership))
                .isZero();
        assertThat(one(
                        "SELECT count(*) FROM engagement.sponsor WHERE partnership = ? AND"
                                + " (name IS NOT NULL OR certificate_seen_on <> '{}' OR listed_conviction)",
                        partnership))
                .isZero();
        assertThat(one("SELECT count(*) FROM engagement.hours WHERE partnership = ? AND note IS NOT NULL", partnership))
                .isZero();
        assertThat(one(
                        "SELECT count(*) FROM sponsor_standing WHERE partnership = ? AND certificate_seen_on <> '{}'",
                        partnership))
                .isZero();
        assertThat(one("SELECT count(*) FROM users WHERE login = ?", login)).isZero();
        assertThat(rebuild.compare("engagement", progress -> {}).findings()).isEmpty();
    }

    @Test
    void what_was_sealed_before_and_after_still_proves_itself(@TempDir Path folder) throws Exception {
        leave();
        Path before = Files.writeString(
                folder.resolve("before.txt"),
                as(Role.AUDITOR).text("evidence/checkpoint").body());
        erase(LocalDate.of(2034, 1, 1));
        Path pack = Files.write(
                folder.resolve("pack.zip"),
                as(Role.AUDITOR).bytes("evidence/pack").body());

        assertThat(Offline.run("verify", pack.toString(), "--since", before.toString()))
                .hasValue(0);
    }

    @Test
    void about_who_is_forgotten_nothing_more_is_written() {
        leave();
        erase(LocalDate.of(2034, 1, 1));
        int recorded = journal().size();

        Caller.Answer note = coordinator.post(
                "hours",
                "{'id':'S-3','sponsorId':'V-01','on':'2025-05-05','minutes':10,'activity':'TRAVEL','note':'x'}");

        assertThat(note.status()).isEqualTo(422);
        assertThat(note.code()).isEqualTo("person.erased");
        assertThat(post("sponsors/V-01/erasure-request").code()).isEqualTo("person.erased");
        assertThat(journal()).hasSize(recorded);
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO keys.person_key VALUES (?, 2, '')")
                        .param(sponsor().subject())
                        .update())
                .rootCause()
                .hasMessageContaining("no key is made again");
    }

    @Test
    void a_household_goes_a_year_after_it_was_closed_with_what_was_noted_about_it() {
        send(new CloseHousehold(partnership, "Z-1", "H-001", LEFT, text("household", "H-001", "moved")));

        assertThat(on(LEFT.plusYears(1).minusDays(1)).eraseWhoIsDue(partnership))
                .isZero();
        assertThat(on(LEFT.plusYears(1)).eraseWhoIsDue(partnership)).isEqualTo(1);

        assertThat(subjectsWithKeys())
                .containsExactly(partnership + "/certificate/V-01", partnership + "/sponsor/V-01");
    }

    @Test
    void a_reason_someone_names_holds_until_it_is_lifted() {
        leave();
        assertThat(coordinator
                        .post("persons/sponsors/V-01/holds", "{'id':'B-1','norm':'§ 104 SGB X','until':'2040-12-31'}")
                        .status())
                .isEqualTo(201);

        assertThatThrownBy(() -> erase(LocalDate.of(2034, 1, 1))).hasMessageContaining("§ 104 SGB X, 2040-12-31");
        assertThat(coordinator
                        .post("persons/sponsors/V-01/holds/B-1/lifting", "{'reason':'settled'}")
                        .status())
                .isEqualTo(201);
        assertThat(erase(LocalDate.of(2034, 1, 1))).isPositive();
    }

    @Test
    void it_takes_someone_who_is_known_and_has_left_and_someone_who_may_ask_for_it() {
        assertThat(post("sponsors/V-01/erasure-request").code()).isEqualTo("erasure.still-there");
        assertThat(post("households/H-001/erasure").code()).isEqualTo("erasure.still-there");
        assertThat(post("sponsors/V-99/erasure").code()).isEqualTo("unknown-reference");
        assertThat(post("sponsors/V-01/erasure-request/withdrawal").status()).isEqualTo(422);
        assertThat(post("users/V-01/erasure").status()).isEqualTo(404);
        assertThat(coordinator
                        .post("persons/sponsors/V-01/holds", "{'norm':'x','until':'2001-01-01'}")
                        .code())
                .isEqualTo("erasure.hold-over");
        for (Role role : List.of(Role.FINANCE, Role.AUDITOR, Role.PARTNER, Role.SPONSOR, Role.ADMIN)) {
            assertThat(as(role).post("persons/sponsors/V-01/erasure", "{}").status())
                    .as("%s", role)
                    .isEqualTo(403);
        }
    }

    @Test
    void asked_for_twice_it_is_refused_and_taken_back_it_is_not_done() {
        leave();
        assertThat(post("sponsors/V-01/erasure-request").status()).isEqualTo(201);
        assertThat(post("sponsors/V-01/erasure-request").code()).isEqualTo("erasure.already-requested");
        assertThat(post("sponsors/V-01/erasure-request/withdrawal").status()).isEqualTo(201);
        assertThat(files.of(sponsor()).requestedOn()).isNull();
        assertThat(post("sponsors/V-01/erasure-request/withdrawal").code()).isEqualTo("erasure.not-requested");
    }

    /** What the folder of an older database knows of it: its own list is empty, the file beside it is not. */
    @Test
    void what_an_older_backup_brings_back_is_erased_again_before_anyone_is_served() throws IOException {
        String installation =
                jdbc.sql("SELECT id FROM keys.installation").query(String.class).single();
        Files.write(
                ErasureList.file(dataDir, installation),
                List.of(sponsor().subject(), partnership + "/sponsorship/M-001"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);

        assertThat(repetition.repeat()).isEqualTo(1);

        assertThat(subjectsWithKeys()).isEmpty();
        assertThat(repetition.repeat()).isZero();
    }

    private void leave() {
        send(new DepartSponsor(partnership, "D-1", "V-01", LEFT, text("sponsor", "V-01", "moves away")));
    }

    private long erase(LocalDate day) {
        return send(new ErasureCommand.ErasePerson(
                        partnership, "E-1", SPONSOR, "V-01", ErasureEvent.Cause.REQUESTED, day))
                .position();
    }

    private Erasures on(LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(12, 0).atZone(berlin()).toInstant(), berlin());
        return new Erasures(jdbc, duties, files, ledgerItself, clock);
    }

    private static ZoneId berlin() {
        return ZoneId.of("Europe/Berlin");
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2025, month, day);
    }

    private Person sponsor() {
        return new Person(partnership, SPONSOR, "V-01");
    }

    private Caller.Answer post(String path) {
        return coordinator.post("persons/" + path, "{}");
    }

    private Caller as(Role role) {
        String sponsorId = role == Role.SPONSOR ? "V-01" : null;
        String partnerId = role == Role.PARTNER ? "P-1" : null;
        return Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, role, partnerId, sponsorId);
    }

    private String logInOf(String sponsorId) {
        String login = "anna-" + partnership;
        Users.add(jdbc, login, "x", partnership, Role.SPONSOR, null, sponsorId);
        return login;
    }

    private Engagement answer() {
        return view.answer(
                partnership,
                Asked.NOW.notBefore(one("SELECT max(position) FROM event WHERE partnership = ?", partnership)));
    }

    private List<byte[]> journal() {
        return jdbc.sql("SELECT payload FROM event WHERE partnership = ? ORDER BY position")
                .param(partnership)
                .query(byte[].class)
                .list();
    }

    private List<String> subjectsWithKeys() {
        return jdbc.sql("SELECT subject FROM keys.person_key WHERE starts_with(subject, ?) ORDER BY 1")
                .param(partnership)
                .query(String.class)
                .list();
    }

    private long one(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
