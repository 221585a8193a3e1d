package org.patenbuch.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Asked again after weeks, an earlier moment still has the day it was. */
class TodayThenTest extends LedgerTest {
    @Autowired
    private Positions positions;

    @Autowired
    private Milestones milestones;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Test
    void today_is_the_moments_own_day_where_a_question_looks_back() {
        LocalDate recorded = LocalDate.now(clock);
        long position = send(new RegisterPartner(
                        partnership, "P-1", "Sparkasse", Kind.COMPANY, java.util.List.of(), LocalDate.of(2012, 1, 1)))
                .position();
        Clock later = Clock.offset(clock, Duration.ofDays(40));
        Moments weeksLater = new Moments(positions, milestones, jdbc, later, transactions);

        assertThat(weeksLater.today(Asked.NOW, "funding", partnership)).isEqualTo(LocalDate.now(later));
        assertThat(weeksLater.today(Asked.NOW.at(position), "funding", partnership))
                .isBetween(recorded, recorded.plusDays(1));
    }
}
