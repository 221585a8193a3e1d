package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.funding.Budget.Standing;

/** A line of 1,000 in a plan of 2,000: the 20 % rule to the cent. */
class BudgetTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 1000, 2000, 2000, WITHIN",
        "1000, 1001, 2000, 2000, SAVE_ELSEWHERE",
        "1000, 1200, 2000, 2000, SAVE_ELSEWHERE",
        "1000, 1201, 2000, 1201, CHANGE_FIRST",
        "1000, 1001, 2000, 2001, CHANGE_FIRST",
        "0,    1,    2000, 1,    CHANGE_FIRST",
        "0,    1,    0,    1,    NO_PLAN"
    })
    void a_fifth_more_than_planned_is_the_most(long line, long spent, long planned, long allSpent, Standing standing) {
        assertThat(Standing.of(line, spent, planned, allSpent)).isEqualTo(standing);
    }
}
