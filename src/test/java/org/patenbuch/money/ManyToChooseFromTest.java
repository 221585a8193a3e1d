package org.patenbuch.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patenbuch.eventstore.Together;
import org.patenbuch.forms.Bound;
import org.patenbuch.funding.FundingView;
import org.patenbuch.funding.MoneyTest;
import org.patenbuch.matching.BankLine;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Positions;
import org.patenbuch.web.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.context.request.ServletWebRequest;

/** A ledger that has grown: whatever came last can be chosen as well as what came first. */
class ManyToChooseFromTest extends MoneyTest {
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
        record(() -> {
            for (int i = 1; i <= MANY; i++) partner("P-" + i);
            fund("F-1", false);
        });
        assertThat(field("pledge", "partnerId").kind()).isEqualTo(Field.Kind.CHOICE);
        record(() -> partner("P-LAST"));

        Field partner = field("pledge", "partnerId");
        assertThat(partner.kind()).isEqualTo(Field.Kind.SUGGESTED);
        assertThat(partner.options()).hasSize(MANY + 1);
        assertThat(partner.chosen("P-LAST").label()).isEqualTo("Partner P-LAST (P-LAST)");
        assertThat(partner.chosen("P-NONE")).isNull();
        assertThat(refused("Partner P-LAST").problems("partnerId"))
                .extracting("code")
                .containsExactly("desk.wrong.suggested");
    }

    @Test
    void the_last_of_many_pledges_can_be_kept() {
        partner("P-1");
        fund("F-1", false);
        record(() -> {
            for (int i = 1; i <= MANY; i++) pledge("Z-" + i, "P-1", "F-1", DAY, 50_00);
            pledge("Z-LAST", "P-1", "F-1", DAY.plusDays(1), 50_00);
        });

        assertThat(field("contribution", "pledgeId").chosen("Z-LAST").label()).isEqualTo("Z-LAST – Partner P-1");
    }

    @Test
    void a_booking_can_be_said_to_be_the_last_of_many_gifts_of_its_amount_and_of_any() {
        partner("P-1");
        fund("F-1", false);
        record(() -> {
            for (int i = 1; i <= MANY; i++) give("B-" + i, DAY, 2_00);
            for (int i = 1; i <= Assigning.SHOWN; i++) give("S-" + i, DAY.plusDays(1), 1_00);
            give("B-LAST", DAY.plusDays(2), 1_00);
        });

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

    /** All at once, and read by the view. */
    private void record(Runnable commands) {
        together.record(() -> {
            commands.run();
            return last;
        });
        positions.await(FundingView.NAME, last.position());
    }

    private void give(String id, LocalDate on, long cents) {
        give(id, "P-1", "F-1", null, on, cents);
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

    private long lock(String id, LocalDate month) {
        return send(new LockPeriod(partnership, id, month, month.plusMonths(1).minusDays(1)))
                .position();
    }
}
