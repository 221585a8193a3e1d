package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.eventstore.Journal;
import org.patenbuch.projections.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class RebuildTest extends MoneyTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Journal journal;

    @Autowired
    private Positions positions;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void a_view_built_from_nothing_equals_the_live_one_whatever_the_batches(int batch) {
        everythingThatCanHappen();
        positions.await(FundingView.NAME, last.position());
        List<Entry> all = new ArrayList<>();
        for (List<Entry> some = journal.after(0, 500);
                !some.isEmpty();
                some = journal.after(all.getLast().position(), 500)) {
            all.addAll(some);
        }
        List<String> live = rows();

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            tables().forEach(table -> jdbc.sql("TRUNCATE funding." + table).update());
            for (int from = 0; from < all.size(); from += batch) {
                view.hear(all.subList(from, Math.min(all.size(), from + batch)));
            }
            assertThat(rows()).isEqualTo(live);
        });
    }

    /** Asked of the database, so that a table added later is not forgotten here. */
    private List<String> tables() {
        return jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'funding' ORDER BY 1")
                .query(String.class)
                .list();
    }

    private void everythingThatCanHappen() {
        partner("P-1");
        fund("F-1", false);
        fund("F-2", true);
        plan("F-1", 100);
        plan("F-1", 200);
        pledge("Z-1", "P-1", "F-1", JANUARY, 1_000);
        give("B-1", "P-1", "F-1", "Z-1", day(2, 1), 400);
        give("B-2", "P-1", "F-1", "Z-1", day(2, 2), 50);
        amend("Z-1", 900);
        amend("Z-1", 800);
        takeBack("B-2", "F-1");
        pay("A-1", "F-1", day(3, 1), 100);
        pay("A-2", "F-1", day(3, 2), 10);
        unpay("A-2", "F-1");
        move("F-1", "F-2", day(4, 1), 30);
        withdraw("Z-1");
    }

    private void plan(String fund, long cents) {
        last = send(new org.patenbuch.fund.FundCommand.PlanBudgetLine(
                partnership, "E-" + cents, fund, 2013, "Sachkosten", cents, null));
    }

    private List<String> rows() {
        return tables().stream()
                .map(table -> jdbc.sql(
                                "SELECT coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '') FROM funding."
                                        + table + " t")
                        .query(String.class)
                        .single())
                .toList();
    }
}
