package org.patenbuch.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.eventstore.Together;
import org.patenbuch.funding.MoneyTest;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.ui.ExtendedModelMap;

/** Of one who gave very often: what belongs together stands together, and what does not fit on a page is said. */
class DetailPagesTest extends MoneyTest {
    private static final LocalDate DAY = LocalDate.of(2013, 1, 1);
    private static final int MANY = 501;

    @Autowired
    private DetailPages pages;

    @Autowired
    private Together together;

    @Test
    @SuppressWarnings("unchecked")
    void the_last_of_many_gifts_stands_beside_its_pledge_and_its_expense() {
        partner("P-1");
        fund("F-1", false);
        pledge("Z-1", "P-1", "F-1", DAY, 50_00);
        together.record(() -> {
            for (int i = 1; i < MANY; i++) {
                give("B-" + i, "P-1", "F-1", null, DAY, 1_01);
            }
            give("B-LAST", "P-1", "F-1", "Z-1", DAY.plusDays(1), 1_01);
            return last;
        });
        pay("A-1", "F-1", DAY.plusDays(2), (MANY - 1) * 1_01 + 1);
        Asked now = Asked.NOW.notBefore(last.position());

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
}
