package org.patenbuch.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.engagement.PeopleTest;
import org.patenbuch.erasure.ErasureCommand.ErasePerson;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.kernel.Role;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class DossierTest extends PeopleTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller coordinator;

    @BeforeEach
    void aSponsorAndAHousehold() {
        coordinator = as(Role.COORDINATOR);
        activeSponsor("V-01", "Anna Ahorn");
        activeSponsor("V-02", "Bert Birke");
        send(new TakeInHousehold(
                partnership,
                "H-001",
                text("household", "H-001", "Familie Birnbaum"),
                "Nordstadt",
                "Lernbegleitung",
                null,
                JOINED,
                new Consent(JOINED, "Begleitung")));
        household("H-002");
        assigned("M-001", "V-01", "H-001");
        log("S-1", "V-01", "M-001", on(5, 3), 90, Activity.VISIT, text("sponsorship", "M-001", "read together"));
        log("S-2", "V-01", null, on(5, 4), 30, Activity.TRAVEL, text("sponsor", "V-01", "by bicycle"));
        log("S-3", "V-02", null, on(5, 4), 30, Activity.TRAVEL, text("sponsor", "V-02", "on foot"));
    }

    @Test
    void tells_everything_about_a_person_and_nothing_about_another() {
        String all = String.valueOf(ask("persons/sponsors/V-01").body());

        assertThat(all).contains("Anna Ahorn", "by bicycle", "2012-01-01 clean", "\"withheld\":[\"note\"]");
        assertThat(all).doesNotContain("enc:v1", "Birke", "on foot", "Birnbaum", "read together");
    }

    @Test
    void tells_a_household_what_was_done_with_it_also_what_the_sponsor_noted() {
        String all = String.valueOf(ask("persons/households/H-001").body());

        assertThat(all).contains("Familie Birnbaum", "read together", "Begleitung");
        assertThat(all).doesNotContain("enc:v1", "Ahorn", "by bicycle", "S-2");
    }

    @Test
    void after_the_erasure_it_says_so_and_certifies_it_without_a_word_about_the_person() throws IOException {
        assertThat(coordinator
                        .get("persons/sponsors/V-01/erasure-certificate.pdf")
                        .status())
                .isEqualTo(404);
        send(new DepartSponsor(partnership, "D-1", "V-01", on(6, 1), text("sponsor", "V-01", "moves")));
        send(new ErasePerson(
                partnership, "E-1", PersonKind.SPONSOR, "V-01", Cause.REQUESTED, LocalDate.of(2034, 1, 1)));

        Answer after = ask("persons/sponsors/V-01");

        assertThat(after.at("/erasedOn")).isEqualTo("2034-01-01");
        assertThat(String.valueOf(after.body())).doesNotContain("Ahorn", "by bicycle", "clean");
        assertThat(words("persons/sponsors/V-01/erasure-certificate.pdf"))
                .contains("V-01", "certificate/V-01", "sponsorship/M-001", "Nobody can read")
                .doesNotContain("Ahorn");
        assertThat(words("persons/sponsors/V-01/dossier.pdf"))
                .contains("(erased)")
                .doesNotContain("Ahorn");
    }

    @Test
    void the_plan_says_whose_data_go_when_and_by_which_norm() {
        send(new DepartSponsor(partnership, "D-1", "V-01", on(6, 1), text("sponsor", "V-01", "moves")));
        send(new DepartSponsor(partnership, "D-2", "V-02", LocalDate.of(2026, 6, 1), text("sponsor", "V-02", "moves")));

        Answer first = ask("retention?limit=1");

        assertThat(first.at("/items/0/id")).isEqualTo("V-01");
        assertThat(first.at("/items/0/on")).isEqualTo("2014-06-01");
        Answer second = ask("retention?limit=1&after=" + first.at("/next"));
        assertThat(second.at("/items/0/on")).isEqualTo("2027-06-01");
        assertThat(second.at("/next")).isNull();
        assertThat(String.valueOf(second.body())).contains("§ 72a (5) SGB VIII", "§ 147 (1) no. 4");
        assertThat(coordinator.get("retention?after=x").status()).isEqualTo(400);
        assertThat(coordinator.get("retention?limit=501").status()).isEqualTo(400);
    }

    @Test
    void the_consents_are_on_record_and_so_is_what_is_open() {
        Answer log = ask("consents");

        assertThat(log.at("/items/0/consent/givenOn")).isEqualTo("2012-01-01");
        assertThat(log.at("/items/0/recordedBy")).isEqualTo("tester");
        assertThat(log.at("/items/1/householdId")).isEqualTo("H-002");
        assertThat(log.at("/items/1/consent")).isNull();
    }

    @Test
    void only_the_coordination_is_told() {
        for (Role role : List.of(Role.FINANCE, Role.AUDITOR, Role.PARTNER, Role.SPONSOR, Role.ADMIN)) {
            Caller other = as(role);
            assertThat(other.get("persons/sponsors/V-01").status())
                    .as("%s", role)
                    .isEqualTo(403);
            assertThat(other.get("retention").status()).as("%s", role).isEqualTo(403);
            assertThat(other.get("consents").status()).as("%s", role).isEqualTo(403);
        }
        assertThat(coordinator.get("persons/sponsors/V-99").status()).isEqualTo(404);
        assertThat(coordinator.get("persons/users/V-01").status()).isEqualTo(404);
    }

    private Answer ask(String path) {
        Answer answer = coordinator.get(path);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer;
    }

    private String words(String path) throws IOException {
        HttpResponse<byte[]> answer = coordinator.bytes(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Caller as(Role role) {
        String sponsorId = role == Role.SPONSOR ? "V-01" : null;
        String partnerId = role == Role.PARTNER ? "P-1" : null;
        return Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, role, partnerId, sponsorId);
    }
}
