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
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.partnership.Rule;
import org.patenbuch.partnership.Rules;
import org.patenbuch.timesheet.Lines.Line;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.SubmitTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.ApprovalRevoked;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;
import org.patenbuch.timesheet.TimesheetEvent.HoursReturned;
import org.patenbuch.timesheet.TimesheetEvent.HoursWithdrawn;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetApproved;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetSubmitted;

/** One sponsor's month. An entry stays in its month, so a stream is short and a day's limit is known by it alone. */
@Aggregate(type = "timesheet")
class Timesheet {
    static final int DAY_MINUTES = 24 * 60;

    @AggregateIdentifier
    private String stream;

    private String sponsorId;
    private final Lines lines = new Lines();
    private List<String> submitted = List.of();

    Timesheet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(LogHours command, Ground ground, Clock clock) {
        requirePossible(command.on(), command.minutes(), clock);
        Activity activity = command.activity();
        String household = ground.require(
                command.partnership(), command.sponsorId(), command.sponsorshipId(), command.on(), activity);
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
        ground.require(command.partnership(), sponsorId, line.sponsorshipId(), on, activity);
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
    void decide(ApproveTimesheet command, Approvals approvals, Rules rules, @MetaDataValue("actor") String actor) {
        if (sponsorId.equals(command.approverSponsorId())) {
            throw new Rejected("hours.own-approval", sponsorId);
        }
        List<String> entries = command.entryIds() == null ? lines.standing(Status.LOGGED) : command.entryIds();
        if (entries.isEmpty()) {
            throw new Rejected("timesheet.nothing-to-approve", sponsorId, command.month());
        }
        entries.forEach(this::requireLogged);
        List<String> each = entries.stream().distinct().toList();
        if (rules.on(command.month().atEndOfMonth(), command.partnership(), Rule.HOURS_FOUR_EYES) > 0) {
            lines.requireOthers(each, actor);
        }
        approvals.approve(command.partnership(), sponsorId, lines.of(each));
        apply(new TimesheetApproved(each));
    }

    @CommandHandler
    void decide(RevokeApproval command, Approvals approvals) {
        List<String> entries = command.entryIds() == null ? lines.standing(Status.APPROVED) : command.entryIds();
        if (entries.isEmpty()) {
            throw new Rejected("timesheet.nothing-approved", sponsorId, command.month());
        }
        for (String entry : entries) {
            if (lines.require(entry).status() != Status.APPROVED) {
                throw new Rejected("hours.not-approved", entry);
            }
        }
        approvals.revoke(command.partnership(), entries);
        apply(new ApprovalRevoked(entries.stream().distinct().toList(), command.why()));
    }

    /** The sponsor says that the month is complete; what was sent back has to be put right first. */
    @CommandHandler
    void decide(SubmitTimesheet command, Clock clock) {
        List<String> returned = lines.standing(Status.RETURNED);
        if (!returned.isEmpty()) {
            throw new Rejected("hours.returned", returned.getFirst());
        }
        List<String> entries = lines.standing(Status.LOGGED);
        if (entries.isEmpty() || entries.equals(submitted)) {
            throw new Rejected("timesheet.nothing-to-submit", sponsorId, command.month());
        }
        apply(new TimesheetSubmitted(command.id(), sponsorId, command.month(), LocalDate.now(clock), entries));
    }

    private static void requirePossible(LocalDate on, int minutes, Clock clock) {
        if (minutes < 1 || minutes > DAY_MINUTES) {
            throw new Rejected("hours.minutes", minutes, DAY_MINUTES);
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Rejected("hours.future", on);
        }
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
    void on(
            TimesheetEvent event,
            @MetaDataValue("partnership") String partnership,
            @MetaDataValue("actor") String actor) {
        if (event instanceof HoursLogged first && stream == null) {
            sponsorId = first.sponsorId();
            stream = new SheetName(sponsorId, YearMonth.from(first.on())).stream(partnership);
        }
        if (event instanceof TimesheetSubmitted complete) {
            submitted = complete.entryIds();
        }
        lines.hear(event, actor);
    }
}
