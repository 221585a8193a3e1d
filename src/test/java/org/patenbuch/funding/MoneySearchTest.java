package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.Searched.Hit;
import org.patenbuch.web.Sought;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class MoneySearchTest extends MoneyTest {
    @Autowired
    private MoneySearch search;

    @Autowired
    private PersonalText texts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @BeforeEach
    void books() {
        partner("P-1");
        partner("P-2");
        fund("F-1", false);
        give("B-1", "P-1", "F-1", null, day(1, 10), 500_000);
        give("B-2", "P-2", "F-1", null, day(1, 11), 125_000);
        buy("A-1", "Bäckerei Groß", 125_000);
        buy("A-2", "Großmarkt", 130);
        now(null, null);
    }

    @Test
    void finds_words_by_their_beginning_however_umlauts_are_typed() {
        assertThat(found("backerei")).containsExactly("A-1");
        assertThat(found("BAECKEREI gross")).containsExactly("A-1");
        assertThat(found("groß")).containsExactlyInAnyOrder("A-1", "A-2");
        assertThat(found("eckerei")).isEmpty();
    }

    /** By its name it was paid as well as by a word beside it; whoever pays again is found again, in the list too. */
    @Test
    void finds_a_payee_who_may_be_a_person_by_name_and_no_longer_once_erased() {
        buy("A-3", "Grete Eckardt", 777);
        buy("A-4", "Grete Eckardt", 778);
        now(null, null);
        assertThat(found("grete material")).containsExactlyInAnyOrder("A-3", "A-4");
        assertThat(found("7,77 grete")).isEmpty();
        assertThat(search.find(anyone("tester"), Sought.of("eckardt")))
                .extracting(Hit::detail)
                .containsOnly("Grete Eckardt, Material");
        assertThat(listed("E ECK")).containsExactly("A-3", "A-4");

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            texts.forget(partnership + "/payee/" + Year.now(clock));
            assertThat(found("eckardt")).isEmpty();
            assertThat(found("7,77")).containsExactly("A-3");
            assertThat(listed("eckardt")).isEmpty();
            assertThat(lists.expense(partnership, "A-3", Asked.NOW)
                            .orElseThrow()
                            .item())
                    .extracting(ExpenseRow::payee, ExpenseRow::amountCents)
                    .containsExactly(null, 777L);
        });
    }

    /** Sent again it is known by its content, of which nothing but a keyed hash is kept. */
    @Test
    void knows_the_same_expense_again_and_refuses_another_payee_under_its_id() {
        buy("A-3", "Grete Eckardt", 777);
        long first = last.position();
        buy("A-3", "Grete Eckardt", 777);
        assertThat(last.position()).isEqualTo(first);
        assertThatThrownBy(() -> buy("A-3", "Grete Eckhardt", 777))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("id.reused")
                .hasMessageNotContaining("Grete");
    }

    @Test
    void finds_an_amount_once_where_it_stands_in_words_as_well() {
        buy("1250", "Verlag", 125_000);
        now(null, null);
        assertThat(found("1.250,00")).containsExactlyInAnyOrder("B-2", "A-1", "1250");
    }

    /** The newest are looked at first, so that a word that is everywhere is not gathered from the whole index. */
    @Test
    void finds_what_is_no_longer_among_the_newest_and_the_newest_first() {
        buy("alt", "Uhrmacher Zeiger", 5);
        for (int i = 0; i < 220; i++) pay("N-" + i, "F-1", day(3, 1), 1);
        now(null, null);
        assertThat(found("uhrmacher")).containsExactly("alt");
        assertThat(found("sachkosten")).hasSize(10).allMatch(id -> id.startsWith("N-"));
    }

    @Test
    void shows_a_partner_only_what_it_gave() {
        Who two = new Who(partnership, "two", Set.of(Role.PARTNER), "P-2", null);
        assertThat(ids(two, "kontoauszug")).containsExactly("B-2");
        assertThat(ids(two, "1.250")).containsExactly("B-2");
        assertThat(ids(two, "5.000")).isEmpty();
        assertThat(ids(two, "Bäckerei")).isEmpty();
    }

    @Test
    void finds_nothing_of_another_partnership() {
        Who elsewhere = new Who("elsewhere", "tester", Set.of(Role.FINANCE), null, null);
        assertThat(ids(elsewhere, "kontoauszug")).isEmpty();
        assertThat(ids(elsewhere, "1.250")).isEmpty();
    }

    /** Reading the rows instead took 38 seconds of a million; it is the same plan for these few. */
    @Test
    void asks_the_index_also_for_a_word_that_occurs_nowhere() {
        List<String> questions = Stream.concat(MoneySearch.CONTRIBUTIONS.stream(), MoneySearch.EXPENSES.stream())
                .filter(question -> question.contains("search_words") && !question.contains("newest"))
                .toList();
        assertThat(questions).hasSize(2);
        for (String question : questions) {
            List<String> plan = search.ask("EXPLAIN " + question, partnership, null, Sought.of("gibtesnicht"))
                    .query(String.class)
                    .list();
            assertThat(plan).anyMatch(line -> line.contains("_words"));
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("BitmapAnd"));
        }
    }

    private void buy(String id, String payee, long cents) {
        last = send(new RecordExpense(partnership, id, "F-1", "Material", cents, day(2, 1), payee, "Rechnung", null));
    }

    private List<String> listed(String q) {
        Asked asked = new Asked(null, null, null, null, last.position(), null, null, null, null, null, null, null, q);
        return lists.expenses(partnership, asked).items().stream()
                .map(ExpenseRow::id)
                .toList();
    }

    private List<String> found(String typed) {
        return ids(anyone("tester"), typed);
    }

    private List<String> ids(Who who, String typed) {
        return search.find(who, Sought.of(typed)).stream().map(Hit::title).toList();
    }
}
