package org.patenbuch.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Together;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.ui.ExtendedModelMap;

/** Of one who gave very often: what belongs together stands together, and what does not fit on a page is said. */
class DetailPagesTest extends LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2013, 1, 1);
    private static final int MANY = 501;

    @Autowired
    private DetailPages pages;

    @Autowired
    private Together together;

    @Test
    @SuppressWarnings("unchecked")
    void the_last_of_many_gifts_stands_beside_its_pledge_and_its_expense() {
        send(new RegisterPartner(partnership, "P-1", "Viele Spenden", Kind.ASSOCIATION, List.of(), DAY));
        send(new OpenFund(partnership, "F-1", "Topf", "Zweck", false, null));
        send(new MakePledge(partnership, "Z-1", "P-1", "F-1", 50_00, DAY, DAY.plusYears(1), List.of(), null));
        together.record(() -> {
            for (int i = 1; i < MANY; i++) {
                give("B-" + i, null, DAY);
            }
            return give("B-LAST", "Z-1", DAY.plusDays(1));
        });
        Asked now = Asked.NOW.notBefore(pay("A-1", (MANY - 1) * 1_01 + 1, DAY.plusDays(2)));

        var pledge = new ExtendedModelMap();
        pages.pledge(anyone("finance"), "Z-1", now, pledge);
        var gift = new ExtendedModelMap();
        pages.contribution(anyone("finance"), "B-LAST", now, gift);
        var partner = new ExtendedModelMap();
        pages.partner(anyone("finance"), "P-1", now, partner);

        Table paid = ((List<Table>) pledge.get("tables")).getLast();
        assertThat(paid.rows()).hasSize(1);
        assertThat(paid.rows().getFirst().getFirst().text()).isEqualTo("B-LAST");
        assertThat(paid.whole()).isNull();
        Table spent = ((List<Table>) gift.get("tables")).getLast();
        assertThat(spent.rows()).hasSize(1);
        assertThat(spent.rows().getFirst().getFirst().text()).isEqualTo("A-1");
        List<Table> all = (List<Table>) partner.get("tables");
        assertThat(all.getFirst().whole()).isNull();
        assertThat(all.get(1).rows()).hasSize(MANY - 1);
        assertThat(all.get(1).whole()).isEqualTo("/" + partnership + "/money/contributions?partnerId=P-1");
        assertThat(all.get(2).whole()).isNull();
    }

    private long give(String id, String pledge, LocalDate on) {
        return send(new RecordContribution(
                        partnership,
                        id,
                        "F-1",
                        "P-1",
                        pledge,
                        ContributionKind.MONEY,
                        Nature.GIFT,
                        1_01,
                        on,
                        "Kontoauszug",
                        null,
                        null))
                .position();
    }

    private long pay(String id, long cents, LocalDate on) {
        return send(new RecordExpense(partnership, id, "F-1", "Sachkosten", cents, on, "Büro", "Beleg", null))
                .position();
    }
}
