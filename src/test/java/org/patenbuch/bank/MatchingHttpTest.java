package org.patenbuch.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.eventstore.Together;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.funding.FundingView;
import org.patenbuch.funding.MoneyTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A year's statements: what each booking most likely is, why, and what becomes of it. */
class MatchingHttpTest extends MoneyTest {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private Together together;

    private Caller finance;

    @BeforeEach
    void books() {
        finance = caller(Role.FINANCE, null);
        send(new RegisterPartner(partnership, "P-SPK", "Sparkasse Rosenland", Kind.COMPANY, List.of(), FIRST));
        send(new RegisterPartner(partnership, "P-STW", "Stadtwerke Rosenstadt GmbH", Kind.COMPANY, List.of(), FIRST));
        send(new OpenFund(partnership, "F-1", "Topf", "Zweck", false, null));
        pledge("Z-2013-SPK", "P-SPK", 5_500_00);
        pledge("Z-2013-STW", "P-STW", 2_900_00);
    }

    @Test
    void the_text_then_the_account_tell_whose_money_it_is() {
        Camt first = new Camt("08");
        first.statement(
                "S1",
                "2013-02-10",
                "2013-02-12",
                0,
                2_100_00,
                first.entry(1_375_00, "2013-02-10", "R1", "Kassenkonto", "Rate 1 zu Zusage Z-2013-SPK"),
                first.entry(725_00, "2013-02-12", "R2", "Stadtwerke Rosenstadt", "Beitrag"));
        JsonNode lines = lines(take(first));

        suggested(lines.get(0), "PLEDGE", "Z-2013-SPK", "CERTAIN", "REFERENCE", "AMOUNT", "DATE");
        suggested(lines.get(1), "PLEDGE", "Z-2013-STW", "LIKELY", "NAME", "AMOUNT", "DATE");
        Answer confirmed = finance.post("bank-lines/contributions", """
                {'items':[{'lineId':'%s','partnerId':'P-SPK','fundId':'F-1','pledgeId':'Z-2013-SPK','nature':'GIFT'}]}""".formatted(id(lines.get(0))));
        assertThat(confirmed.at("/items/0/code")).isNull();

        Camt second = new Camt("04");
        second.statement(
                "S2",
                "2013-05-10",
                "2013-05-10",
                2_100_00,
                3_475_00,
                second.entry(1_375_00, "2013-05-10", "R3", "Kassenkonto", "ohne Angabe"));
        long before = take(second);
        JsonNode may = lines(before).get(2);
        suggested(may, "PLEDGE", "Z-2013-SPK", "CERTAIN", "IBAN", "AMOUNT", "DATE");
        Answer was = finance.get("bank-lines/" + id(lines.get(0)) + "?minPosition=" + before);
        assertThat(was.at("/status")).isEqualTo("ASSIGNED");
        assertThat(was.at("/entryId")).isEqualTo("B-" + id(lines.get(0)));
        assertThat(was.body().path("suggestions")).isEmpty();

        long undone = send(new org.patenbuch.fund.FundCommand.ReverseContribution(
                        partnership, "R-1", "F-1", was.at("/entryId"), "falsch"))
                .position();
        assertThat(finance.get("bank-lines?status=OPEN&minPosition=" + undone)
                        .body()
                        .path("items"))
                .hasSize(3);
        assertThat(finance.get("bank-lines/" + id(lines.get(0)) + "?atPosition=" + before)
                        .at("/status"))
                .isEqualTo("ASSIGNED");
    }

    @Test
    void what_was_entered_by_hand_is_found_before_it_is_entered_again() {
        send(new RecordContribution(
                partnership,
                "B-1",
                "F-1",
                "P-STW",
                "Z-2013-STW",
                ContributionKind.MONEY,
                Nature.GIFT,
                725_00,
                LocalDate.of(2013, 2, 11),
                "Auszug",
                null,
                null));
        send(new RecordExpense(
                partnership,
                "A-1",
                "F-1",
                "Sachkosten",
                40_00,
                LocalDate.of(2013, 2, 12),
                "Copy-Shop am Markt",
                "RE 2013-77",
                null));
        Camt camt = new Camt("02");
        camt.statement(
                "S1",
                "2013-02-12",
                "2013-02-13",
                0,
                685_00,
                camt.entry(725_00, "2013-02-12", "R1", "Stadtwerke Rosenstadt GmbH", "Beitrag"),
                camt.entry(-40_00, "2013-02-13", "R2", "COPY-SHOP AM MARKT", "RE 2013-77"));
        long position = take(camt);
        JsonNode lines = lines(position);

        assertThat(lines.get(0).at("/suggestions/0/kind").asString()).isEqualTo("CONTRIBUTION");
        assertThat(lines.get(0).at("/suggestions/1/confidence").asString()).isNotEqualTo("CERTAIN");
        suggested(lines.get(1), "EXPENSE", "A-1", "CERTAIN", "REFERENCE", "NAME", "AMOUNT", "DATE");
        assertThat(finance.post("bank-lines/" + id(lines.get(1)) + "/assignment", "{'entry':'EXPENSE','entryId':'A-1'}")
                        .status())
                .isEqualTo(201);
        assertThat(finance.get("bank-statements?minPosition=" + position).at("/items/0/closingCents"))
                .isEqualTo("68500");
    }

    @Test
    void among_more_gifts_than_a_page_holds_the_last_is_found_as_well() {
        together.record(() -> {
            LocalDate day = LocalDate.of(2013, 2, 11);
            for (int i = 0; i < 500; i++) give("B-" + i, "P-STW", "F-1", null, day, 1_00 + i);
            give("B-LAST", "P-STW", "F-1", null, day, 725_00);
            return last;
        });
        Camt camt = new Camt("02");
        camt.statement(
                "S1",
                "2013-02-12",
                "2013-02-12",
                0,
                725_00,
                camt.entry(725_00, "2013-02-12", "R1", "Stadtwerke Rosenstadt GmbH", "Beitrag B-LAST"));

        suggested(lines(take(camt)).get(0), "CONTRIBUTION", "B-LAST", "CERTAIN", "REFERENCE", "NAME", "AMOUNT", "DATE");
    }

    @Test
    void only_who_sees_all_money_sees_the_bank() {
        for (Role role : List.of(Role.FINANCE, Role.COORDINATOR, Role.AUDITOR)) {
            assertThat(caller(role, null).get("bank-lines").status())
                    .as("" + role)
                    .isEqualTo(200);
        }
        for (Role role : List.of(Role.PARTNER, Role.SPONSOR, Role.ADMIN)) {
            Caller shut = caller(role, role == Role.PARTNER ? "P-SPK" : null);
            for (String question : List.of("bank-lines", "bank-lines/x", "bank-statements")) {
                assertThat(shut.get(question).status()).as(role + question).isEqualTo(403);
            }
        }
        assertThat(finance.get("bank-lines/NONE").status()).isEqualTo(404);
        assertThat(finance.get("bank-lines?after=Zm9v").status()).isEqualTo(400);
    }

    @Test
    void suggestions_wait_for_the_view_of_the_money_they_are_made_of() {
        Camt file = new Camt("08");
        file.statement(
                "S1",
                "2013-02-10",
                "2013-02-10",
                0,
                1_375_00,
                file.entry(1_375_00, "2013-02-10", "R1", "Kassenkonto", "Rate 1 zu Zusage Z-2013-SPK"));
        StreamingEventProcessor money = processing
                .eventProcessor(FundingView.NAME, StreamingEventProcessor.class)
                .orElseThrow();
        long position;
        money.shutDown();
        try {
            position = take(file);
            assertThat(finance.get("bank-lines?minPosition=" + position).status())
                    .isEqualTo(503);
        } finally {
            money.start();
        }
        suggested(lines(position).get(0), "PLEDGE", "Z-2013-SPK", "CERTAIN", "REFERENCE", "AMOUNT", "DATE");
    }

    private void pledge(String id, String partner, long cents) {
        send(new MakePledge(partnership, id, partner, "F-1", cents, FIRST, LAST, List.of(), null));
    }

    private long take(Camt file) {
        Answer taken = finance.upload("bank-statements", file.bytes(), "auszug.xml");
        assertThat(taken.status()).isEqualTo(201);
        return Long.parseLong(taken.at("/position"));
    }

    private JsonNode lines(long position) {
        return finance.get("bank-lines?minPosition=" + position).body().path("items");
    }

    private static String id(JsonNode line) {
        return line.path("id").asString();
    }

    private static void suggested(JsonNode line, String kind, String id, String confidence, String... reasons) {
        JsonNode best = line.path("suggestions").get(0);
        assertThat(best.path("kind").asString()).isEqualTo(kind);
        assertThat(best.path("id").asString()).isEqualTo(id);
        assertThat(best.path("confidence").asString()).isEqualTo(confidence);
        assertThat(best.path("reasons").valueStream().map(JsonNode::asString).toList())
                .containsExactly(reasons);
    }

    private Caller caller(Role role, @Nullable String partnerId) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(address, jdbc, role, partnerId, role == Role.SPONSOR ? "V-01" : null);
    }
}
