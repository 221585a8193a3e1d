package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.MaySend;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

class SendingRightsTest {
    private static final LocalDate DAY = LocalDate.of(2013, 5, 2);

    private final SendingRights rights = new SendingRights();

    @Test
    void a_sponsor_logs_the_own_hours_and_nobody_elses() {
        Who sponsor = who(Role.SPONSOR);

        assertThat(rights.as(sponsor, hoursOf("V-01"), Origin.api())).isEqualTo(Role.SPONSOR);
        assertRefused(sponsor, hoursOf("V-02"));
    }

    @Test
    void a_sponsor_who_is_nobody_in_particular_logs_no_hours() {
        assertRefused(new Who("rosenstadt", "x", EnumSet.of(Role.SPONSOR), null, null), hoursOf("V-01"));
    }

    @Test
    void the_journal_is_told_the_role_that_gave_the_right() {
        Command lock = new LockPeriod("rosenstadt", "L-1", DAY, DAY);

        assertThat(rights.as(who(Role.SPONSOR, Role.FINANCE), lock, Origin.api()))
                .isEqualTo(Role.FINANCE);
        assertThat(rights.as(who(Role.AUDITOR, Role.COORDINATOR), hoursOf("V-02"), Origin.api()))
                .isEqualTo(Role.COORDINATOR);
    }

    @Test
    void what_none_of_the_roles_may_send_is_refused() {
        assertRefused(who(Role.COORDINATOR), new ReverseContribution("rosenstadt", "S-1", "F-1", "B-1", "doppelt"));
        assertRefused(who(Role.PARTNER, Role.AUDITOR, Role.ADMIN), hoursOf("V-01"));
        assertRefused(new Who("rosenstadt", "x", EnumSet.noneOf(Role.class), null, "V-01"), hoursOf("V-01"));
    }

    private void assertRefused(Who who, Command command) {
        assertThatThrownBy(() -> rights.as(who, command, Origin.api())).isInstanceOf(MaySend.Forbidden.class);
    }

    private static Who who(Role first, Role... more) {
        return new Who("rosenstadt", "someone", EnumSet.of(first, more), "P-SPK", "V-01");
    }

    private static LogHours hoursOf(String sponsor) {
        return new LogHours("rosenstadt", "S-1", sponsor, null, DAY, 60, Activity.TRAINING, null);
    }
}
