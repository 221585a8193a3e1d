package org.patenbuch.timesheet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.timesheet.Lines.Line;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.ApprovalRevoked;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;
import org.patenbuch.timesheet.TimesheetEvent.HoursReturned;
import org.patenbuch.timesheet.TimesheetEvent.HoursWithdrawn;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetApproved;

/** One sponsor's month. An entry stays in its month, so a stream is short and a day's limit is known by it alone. */
@Aggregate(type = "timesheet")
class Timesheet {
    static final int DAY_MINUTES = 24 * 60;

    @AggregateIdentifier
    private String stream;

    private String sponsorId;
    private final Lines lines = new Lines();

    Timesheet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(LogHours command, Ground ground, Clock clock) {
        requirePossible(command.on(), command.minutes(), clock);
        Activity activity = command.activity();
        String household = requireGround(
                command.sponsorshipId(), command.on(), activity, ground, command.partnership(), command.sponsorId());
        requireRoom(command.on(), command.minutes(), 0);
        apply(new HoursLogged(
                command.id(),
                command.sponsorId(),
                command.sponsorshipId(),
                household,
                command.on(),
                command.minutes(),
                activity,
                command.note()));
    }

    @CommandHandler
    void decide(CorrectHours command, Ground ground, Periods periods, Clock clock) {
        Line line = requireChangeable(command.entryId());
        if (command.minutes() == null && command.on() == null && command.activity() == null) {
            throw new Rejected("hours.nothing-to-correct", command.entryId());
        }
        LocalDate on = Objects.requireNonNullElse(command.on(), line.on());
        int minutes = Objects.requireNonNullElse(command.minutes(), line.minutes());
        Activity activity = Objects.requireNonNullElse(command.activity(), line.activity());
        if (!YearMonth.from(on).equals(command.month())) {
            throw new Rejected("hours.other-month", command.entryId(), on);
        }
        requirePossible(on, minutes, clock);
        periods.requireOpen(command.partnership(), line.on());
        requireGround(line.sponsorshipId(), on, activity, ground, command.partnership(), sponsorId);
        requireRoom(on, minutes, on.equals(line.on()) ? line.minutes() : 0);
        apply(new HoursCorrected(command.entryId(), on, minutes, activity, command.why()));
    }

    @CommandHandler
    void decide(WithdrawHours command, Periods periods) {
        Line line = requireChangeable(command.entryId());
        periods.requireOpen(command.partnership(), line.on());
        apply(new HoursWithdrawn(command.entryId(), command.why()));
    }

    @CommandHandler
    void decide(ReturnHours command) {
        if (requireChangeable(command.entryId()).status() == Status.RETURNED) {
            throw new Rejected("hours.returned", command.entryId());
        }
        apply(new HoursReturned(command.entryId(), command.comment()));
    }

    @CommandHandler
    void decide(ApproveTimesheet command) {
        if (sponsorId.equals(command.approverSponsorId())) {
            throw new Rejected("hours.own-approval", sponsorId);
        }
        List<String> entries = command.entryIds() == null ? lines.standing(Status.LOGGED) : command.entryIds();
        if (entries.isEmpty()) {
            throw new Rejected("timesheet.nothing-to-approve", sponsorId, command.month());
        }
        entries.forEach(this::requireLogged);
        apply(new TimesheetApproved(entries.stream().distinct().toList()));
    }

    @CommandHandler
    void decide(RevokeApproval command) {
        List<String> entries = command.entryIds() == null ? lines.standing(Status.APPROVED) : command.entryIds();
        if (entries.isEmpty()) {
            throw new Rejected("timesheet.nothing-approved", sponsorId, command.month());
        }
        for (String entry : entries) {
            if (lines.require(entry).status() != Status.APPROVED) {
                throw new Rejected("hours.not-approved", entry);
            }
        }
        apply(new ApprovalRevoked(entries.stream().distinct().toList(), command.why()));
    }

    private static void requirePossible(LocalDate on, int minutes, Clock clock) {
        if (minutes < 1 || minutes > DAY_MINUTES) {
            throw new Rejected("hours.minutes", minutes, DAY_MINUTES);
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Rejected("hours.future", on);
        }
    }

    private static @Nullable String requireGround(
            @Nullable String sponsorshipId,
            LocalDate on,
            Activity activity,
            Ground ground,
            String partnership,
            String sponsorId) {
        Ground.Found found = ground.of(partnership, sponsorId, sponsorshipId, on);
        if (!found.periodOpen()) {
            throw new Rejected("period.locked", on);
        } else if (!found.sponsorKnown()) {
            throw new Rejected("unknown-reference", sponsorId);
        } else if (!found.sponsorshipKnown()) {
            throw new Rejected("unknown-reference", sponsorshipId);
        } else if (found.householdId() == null && (sponsorshipId != null || activity.withHousehold())) {
            throw new Rejected("hours.outside-sponsorship", sponsorId, on);
        }
        return found.householdId();
    }

    private void requireRoom(LocalDate on, int minutes, int before) {
        int others = lines.minutesOn(on) - before;
        if (others + minutes > DAY_MINUTES) {
            throw new Rejected("hours.day-full", on, others, DAY_MINUTES - others);
        }
    }

    private Line requireChangeable(String entryId) {
        Line line = lines.require(entryId);
        if (line.status() == Status.APPROVED) {
            throw new Rejected("hours.approved", entryId);
        } else if (line.status() == Status.WITHDRAWN) {
            throw new Rejected("hours.withdrawn", entryId);
        }
        return line;
    }

    private void requireLogged(String entryId) {
        switch (lines.require(entryId).status()) {
            case LOGGED -> {}
            case RETURNED -> throw new Rejected("hours.returned", entryId);
            case APPROVED -> throw new Rejected("hours.already-approved", entryId);
            case WITHDRAWN -> throw new Rejected("hours.withdrawn", entryId);
        }
    }

    @EventSourcingHandler
    void on(TimesheetEvent event, @MetaDataValue("partnership") String partnership) {
        if (event instanceof HoursLogged first && stream == null) {
            sponsorId = first.sponsorId();
            stream = new SheetName(sponsorId, YearMonth.from(first.on())).stream(partnership);
        }
        lines.hear(event);
    }
}
