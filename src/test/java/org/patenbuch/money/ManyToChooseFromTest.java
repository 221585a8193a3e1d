package org.patenbuch.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Together;
import org.patenbuch.forms.Bound;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.funding.FundingView;
import org.patenbuch.matching.BankLine;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Positions;
import org.patenbuch.web.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.context.request.ServletWebRequest;

/** A ledger that has grown: whatever came last can be chosen as well as what came first. */
class ManyToChooseFromTest extends LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2013, 1, 1);
    private static final int MANY = 500;

    @Autowired
    private EntryPages entries;

    @Autowired
    private FundPages funds;

    @Autowired
    private Assigning assigning;

    @Autowired
    private Together together;

    @Autowired
    private Positions positions;

    @Test
    void up_to_500_are_chosen_from_a_list_and_more_are_suggested() {
        read(together.record(() -> {
            for (int i = 1; i <= MANY; i++) partner("P-" + i);
            return fund();
        }));
        assertThat(field("pledge", "partnerId").kind()).isEqualTo(Field.Kind.CHOICE);
        read(partner("P-LAST"));

        Field partner = field("pledge", "partnerId");
        assertThat(partner.kind()).isEqualTo(Field.Kind.SUGGESTED);
        assertThat(partner.options()).hasSize(MANY + 1);
        assertThat(partner.chosen("P-LAST").label()).isEqualTo("Spende P-LAST (P-LAST)");
        assertThat(partner.chosen("P-NONE")).isNull();
        assertThat(refused("Spende P-LAST").problems("partnerId"))
                .extracting("code")
                .containsExactly("desk.wrong.suggested");
    }

    @Test
    void the_last_of_many_pledges_can_be_kept() {
        partner("P-1");
        fund();
        read(together.record(() -> {
            for (int i = 1; i <= MANY; i++) pledge("Z-" + i, DAY);
            return pledge("Z-LAST", DAY.plusDays(1));
        }));

        assertThat(field("contribution", "pledgeId").chosen("Z-LAST").label()).isEqualTo("Z-LAST – Spende P-1");
    }

    @Test
    void a_booking_can_be_said_to_be_the_last_of_many_gifts_of_its_amount_and_of_any() {
        partner("P-1");
        fund();
        read(together.record(() -> {
            for (int i = 1; i <= MANY; i++) give("B-" + i, 2_00, DAY);
            for (int i = 1; i <= Assigning.SHOWN; i++) give("S-" + i, 1_00, DAY.plusDays(1));
            return give("B-LAST", 1_00, DAY.plusDays(2));
        }));

        assertThat(offered(null)).hasSize(Assigning.SHOWN + 1).contains("B-LAST");
        assertThat(offered("b-last")).containsExactly("B-LAST");
    }

    @Test
    void the_last_of_many_locked_months_can_be_reopened() {
        together.record(() -> {
            for (int month = 0; month < 60; month++) lock("L-" + month, DAY.plusMonths(month));
            return lock("L-LAST", DAY.plusMonths(60));
        });
        var model = new ExtendedModelMap();
        funds.periods(anyone("finance"), Asked.NOW.notBefore(lock("L-ONE-MORE", DAY.plusMonths(61))), model);

        assertThat(((Table) model.get("locks")).rows()).hasSize(62);
    }

    private void read(long position) {
        positions.await(FundingView.NAME, position);
    }

    private List<String> offered(String search) {
        var line = new BankLine(
                "U-1",
                "DE1",
                "S-1",
                DAY.plusDays(3),
                DAY.plusDays(3),
                1_00,
                null,
                null,
                null,
                null,
                null,
                BankLine.Status.OPEN,
                null,
                null,
                null,
                List.of());
        return assigning.choices(anyone("finance"), line, search, new Figures(Locale.GERMANY)).stream()
                .map(Assigning.Choice::id)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Field field(String kind, String name) {
        var model = new ExtendedModelMap();
        entries.form(anyone("finance"), kind, Map.of(), model);
        return ((List<Field>) model.get("fields"))
                .stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    private Bound<?> refused(String typed) {
        var request = new MockHttpServletRequest();
        request.setParameter("partnerId", typed);
        var model = new ExtendedModelMap();
        entries.enter(
                anyone("finance"),
                "pledge",
                "check",
                new ServletWebRequest(request),
                new MockHttpServletResponse(),
                Locale.GERMANY,
                model);
        return (Bound<?>) model.get("form");
    }

    private long partner(String id) {
        return send(new RegisterPartner(partnership, id, "Spende " + id, Kind.ASSOCIATION, List.of(), DAY))
                .position();
    }

    private long fund() {
        return send(new OpenFund(partnership, "F-1", "Topf", "Zweck", false, null))
                .position();
    }

    private long pledge(String id, LocalDate from) {
        return send(new MakePledge(partnership, id, "P-1", "F-1", 50_00, from, from.plusYears(1), List.of(), null))
                .position();
    }

    private long lock(String id, LocalDate month) {
        return send(new LockPeriod(partnership, id, month, month.plusMonths(1).minusDays(1)))
                .position();
    }

    private long give(String id, long cents, LocalDate on) {
        return send(new RecordContribution(
                        partnership,
                        id,
                        "F-1",
                        "P-1",
                        null,
                        ContributionKind.MONEY,
                        Nature.GIFT,
                        cents,
                        on,
                        "Auszug",
                        null,
                        null))
                .position();
    }
}
