package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "2013-01-01,2013-12-31",
        "2013-01-02,2013-12-31",
        "2013-01-01,2013-12-30",
        "2013-01-31,2013-02-01",
        "2013-01-31,2013-03-01",
        "2012-02-29,2012-02-29",
        "2012-02-01,2012-02-29",
        "2012-02-02,2012-02-28",
        "2011-12-31,2013-01-01"
    })
    void whole_months_and_edges_together_hold_every_day_once(LocalDate from, LocalDate to) {
        Span span = Span.of(from, to);
        List<LocalDate> days = new ArrayList<>(days(span.beforeFrom(), span.beforeTo()));
        days.addAll(days(span.wholeFrom(), span.wholeTo().minusDays(1)));
        days.addAll(days(span.afterFrom(), span.afterTo()));

        assertThat(days).containsExactlyElementsOf(days(from, to));
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01,9999-12-31", "2013-01-01,2013-12-31"})
    void a_period_of_whole_months_has_no_edges(LocalDate from, LocalDate to) {
        Span span = Span.of(from, to);

        assertThat(span.wholeFrom()).isEqualTo(from);
        assertThat(span.wholeTo()).isEqualTo(to.plusDays(1));
        assertThat(span.beforeFrom()).isAfter(span.beforeTo());
        assertThat(span.afterFrom()).isAfter(span.afterTo());
    }

    private static List<LocalDate> days(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? List.of() : from.datesUntil(to.plusDays(1)).toList();
    }
}
