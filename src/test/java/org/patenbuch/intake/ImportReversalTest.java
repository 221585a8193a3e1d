package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import is taken back as one, over HTTP; the tables are those of Rosenstadt, with the first hours only. */
class ImportReversalTest extends LedgerTest {
    private static final Path ROSENSTADT = Path.of("src/main/resources/demo/rosenstadt");
    private static final String WHY = "{'reason':'wrong folder'}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller coordinator;
    private Caller finance;

    @BeforeEach
    void callers() {
        coordinator = caller(Role.COORDINATOR);
        finance = caller(Role.FINANCE);
    }

    @Test
    void nothing_of_it_is_left_in_any_figure_and_both_stand_in_the_journal() throws IOException {
        Caller.Answer imported = importRosenstadt();
        String batch = imported.at("/id");
        assertThat(figure("funding", "spentCents", imported)).isNotEqualTo("0");
        assertThat(figure("engagement", "minutes", imported)).isNotEqualTo("0");

        Caller.Answer back = coordinator.post("imports/" + batch + "/reversal", WHY);
        assertThat(back.status()).as("%s", back.body()).isEqualTo(201);
        // 82 expenses, 49 contributions, 15 pledges, 40 hours; people, households, funds and running sponsorships
        assertThat(Long.parseLong(back.at("/entriesReversed"))).isGreaterThan(82 + 49 + 15 + 40);
        for (String money : new String[] {
            "receivedMoneyCents", "receivedInKindCents", "receivedStaffTimeCents", "spentCents", "balanceCents"
        }) {
            assertThat(figure("funding", money, back)).as(money).isEqualTo("0");
        }
        assertThat(figure("funding", "pledgedCents", back)).isEqualTo("0");
        for (String of : new String[] {"minutes", "approvedMinutes", "entries", "activeSponsors", "households"}) {
            assertThat(figure("engagement", of, back)).as(of).isEqualTo("0");
        }
        assertThat(coordinator
                        .get("sponsorships?status=ACTIVE&minPosition=" + back.at("/position"))
                        .at("/items/0/id"))
                .isNull();
        assertThat(coordinator.get("imports/" + batch).at("/entriesReversed")).isEqualTo(back.at("/entriesReversed"));

        Caller.Answer again = finance.post("imports/" + batch + "/reversal", WHY);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(back.body());
    }

    @Test
    void needs_a_reason_and_an_import_of_this_partnership_and_says_which_figure_cannot_be_taken_back()
            throws IOException {
        String batch = importRosenstadt().at("/id");
        assertThat(coordinator.post("imports/" + batch + "/reversal", "{}").status())
                .isEqualTo(400);
        assertThat(coordinator.post("imports/I-none/reversal", WHY).status()).isEqualTo(404);
        assertThat(caller(Role.AUDITOR)
                        .post("imports/" + batch + "/reversal", WHY)
                        .status())
                .isEqualTo(403);

        Caller.Answer locked = finance.post("period-locks", "{'id':'L-1','from':'2012-01-01','to':'2012-01-31'}");
        assertThat(locked.status()).isEqualTo(201);
        long before = events();

        Caller.Answer refused = coordinator.post("imports/" + batch + "/reversal", WHY);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("import.not-reversible");
        assertThat(refused.at("/errors/0/code")).isEqualTo("period.locked");
        assertThat(refused.at("/errors/0/detail")).isNotBlank();
        assertThat(events()).isEqualTo(before);
        assertThat(coordinator.get("imports/" + batch).at("/reversedAt")).isNull();
    }

    @Test
    void what_was_taken_back_by_hand_is_passed_over_and_money_spent_elsewhere_is_in_the_way() throws IOException {
        String batch = importRosenstadt().at("/id");
        assertThat(finance.post("expenses/A-2012-001/reversal", WHY).status()).isEqualTo(201);
        Caller.Answer spent = finance.post(
                "expenses",
                "{'id':'A-X','fundId':'F-KOO','category':'Sachkosten','amountCents':100,'paidOn':'2012-02-01',"
                        + "'payee':'Büro','voucher':'Beleg X'}");
        assertThat(spent.status()).isEqualTo(201);

        Caller.Answer refused = coordinator.post("imports/" + batch + "/reversal", WHY);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("contribution.spent").doesNotContain("already-reversed");

        assertThat(finance.post("expenses/A-X/reversal", WHY).status()).isEqualTo(201);
        assertThat(coordinator.post("imports/" + batch + "/reversal", WHY).status())
                .isEqualTo(201);
    }

    private String figure(String view, String name, Caller.Answer after) {
        return coordinator
                .get(view + "?from=2012-01-01&to=2014-12-31&minPosition=" + after.at("/position"))
                .at("/totals/" + name);
    }

    private Caller.Answer importRosenstadt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var files = Files.list(ROSENSTADT)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".csv")).toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                var lines = Files.readString(file).lines().limit(file.endsWith("stunden.csv") ? 41 : 1_000);
                zip.write(String.join("\n", lines.toList()).getBytes(StandardCharsets.UTF_8));
            }
        }
        Caller.Answer answer = coordinator.upload("imports", bytes.toByteArray(), "rosenstadt.zip");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer;
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
    }

    private Caller caller(Role role) {
        return Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, role, null, null);
    }
}
