package org.patenbuch.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class YearsTest {
    @Test
    void open_with_this_year_once_it_has_any_entry() {
        assertThat(new Years(Set.of(2012, 2013), Set.of(2012)).first(2013)).isEqualTo(2013);
        assertThat(new Years(Set.of(2012), Set.of(2013)).first(2013)).isEqualTo(2013);
    }

    @Test
    void open_else_with_the_latest_year_before_that_has_both_money_and_hours() {
        assertThat(new Years(Set.of(2012, 2013, 2014), Set.of(2012, 2013)).first(2026))
                .isEqualTo(2013);
        assertThat(new Years(Set.of(2012, 2014), Set.of(2013)).first(2026)).isEqualTo(2014);
    }

    @Test
    void open_with_this_year_where_there_is_nothing_yet_or_only_the_future() {
        assertThat(new Years(Set.of(), Set.of()).first(2026)).isEqualTo(2026);
        assertThat(new Years(Set.of(2027), Set.of()).first(2026)).isEqualTo(2026);
    }

    @Test
    void offer_every_year_that_has_entries_and_the_one_shown() {
        assertThat(new Years(Set.of(2012, 2014), Set.of(2013)).with(2020)).containsExactly(2012, 2013, 2014, 2020);
    }
}
