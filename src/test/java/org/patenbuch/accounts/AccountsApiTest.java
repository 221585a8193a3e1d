package org.patenbuch.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.kernel.Role;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The export over HTTP: who may have it, what it says, and that the past is answered as it was. */
class AccountsApiTest extends LedgerTest {
    private static final java.time.LocalDate DAY = java.time.LocalDate.of(2013, 3, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private long funded;
    private long given;

    @BeforeEach
    void books() {
        send(new RegisterPartner(partnership, "P-1", "Partner", Kind.COMPANY, List.of(), DAY));
        funded = send(new OpenFund(partnership, "F-1", "Topf", "Zweck", false, null))
                .position();
        given = send(new RecordContribution(
                        partnership,
                        "B-1",
                        "F-1",
                        "P-1",
                        null,
                        ContributionKind.MONEY,
                        Nature.GIFT,
                        1_234_05,
                        DAY,
                        "Auszug 1",
                        null,
                        null))
                .position();
    }

    @Test
    void an_auditor_is_given_the_books_in_either_format() {
        Caller auditor = caller(Role.AUDITOR);

        assertThat(auditor.text("exports/journal?minPosition=" + given).body())
                .contains(
                        "2013-03-01 GIFT Auszug 1  ; position:" + given + ", contribution:B-1",
                        "    Assets:Fund:F-1  1234.05 EUR  ; contribution:B-1",
                        "    Assets:Fund:F-1  0.00 EUR = 1234.05 EUR");
        assertThat(auditor.text("exports/journal?format=beancount&minPosition=" + given)
                        .body())
                .contains("2013-04-01 balance Assets:Fund:F-1  1234.05 ~ 0.00 EUR");
    }

    @Test
    void what_was_known_before_is_exported_as_it_was() {
        assertThat(caller(Role.FINANCE)
                        .text("exports/journal?atPosition=" + funded)
                        .body())
                .contains("Position " + funded)
                .doesNotContain("1234.05");
    }

    @Test
    void a_format_that_is_not_there_is_a_mistake_and_a_partner_may_not() {
        assertThat(caller(Role.FINANCE).get("exports/journal?format=xls").status())
                .isEqualTo(400);
        assertThat(caller(Role.PARTNER).get("exports/journal").status()).isEqualTo(403);
        assertThat(caller(Role.SPONSOR).get("exports/journal").status()).isEqualTo(403);
    }

    private Caller caller(Role role) {
        return Caller.in(
                URI.create("http://127.0.0.1:" + port + "/api/v1/" + partnership)
                        .toString(),
                jdbc,
                role,
                role == Role.PARTNER ? "P-1" : null,
                role == Role.SPONSOR ? "V-1" : null);
    }
}
