package org.patenbuch.timesheet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.ApprovalRevoked;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;
import org.patenbuch.timesheet.TimesheetEvent.HoursReturned;
import org.patenbuch.timesheet.TimesheetEvent.HoursWithdrawn;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetApproved;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetSubmitted;

/** The entries of one timesheet as they stand, in the order they were logged. */
final class Lines {
    /** @param loggedBy who entered or corrected it last, by the id of the user */
    record Line(
            @Nullable String sponsorshipId,
            LocalDate on,
            int minutes,
            Activity activity,
            Status status,
            String loggedBy) {
        Line with(Status next) {
            return new Line(sponsorshipId, on, minutes, activity, next, loggedBy);
        }
    }

    private final Map<String, Line> byEntry = new LinkedHashMap<>();

    /** @throws Rejected {@code unknown-reference} if this sheet has no such entry */
    Line require(String entryId) {
        Line line = byEntry.get(entryId);
        if (line == null) {
            throw new Rejected("unknown-reference", entryId);
        }
        return line;
    }

    List<String> standing(Status status) {
        return byEntry.entrySet().stream()
                .filter(entry -> entry.getValue().status() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The minutes of a day without what is withdrawn. */
    int minutesOn(LocalDate day) {
        return counted()
                .filter(line -> line.on().equals(day))
                .mapToInt(Line::minutes)
                .sum();
    }

    Optional<LocalDate> lastDayOf(String sponsorshipId) {
        return counted()
                .filter(line -> sponsorshipId.equals(line.sponsorshipId()))
                .map(Line::on)
                .max(LocalDate::compareTo);
    }

    private Stream<Line> counted() {
        return byEntry.values().stream().filter(line -> line.status() != Status.WITHDRAWN);
    }

    /** The named entries as they stand. */
    Map<String, Line> of(List<String> entryIds) {
        Map<String, Line> named = new LinkedHashMap<>();
        entryIds.forEach(id -> named.put(id, byEntry.get(id)));
        return named;
    }

    /** @throws Rejected {@code hours.four-eyes} if this person entered or corrected one of them */
    void requireOthers(List<String> entryIds, String actor) {
        entryIds.stream()
                .filter(id -> byEntry.get(id).loggedBy().equals(actor))
                .findFirst()
                .ifPresent(own -> {
                    throw new Rejected("hours.four-eyes", own);
                });
    }

    /** @param actor whose doing it is */
    void hear(TimesheetEvent fact, String actor) {
        switch (fact) {
            case HoursLogged event -> byEntry.put(event.entryId(), logged(event, actor));
            case HoursCorrected event ->
                byEntry.computeIfPresent(event.entryId(), (id, line) -> corrected(line, event, actor));
            case TimesheetSubmitted event -> {}
            case HoursWithdrawn event -> set(event.entryId(), Status.WITHDRAWN);
            case HoursReturned event -> set(event.entryId(), Status.RETURNED);
            case TimesheetApproved event -> event.entryIds().forEach(id -> set(id, Status.APPROVED));
            case ApprovalRevoked event -> event.entryIds().forEach(id -> set(id, Status.LOGGED));
        }
    }

    private static Line logged(HoursLogged event, String by) {
        return new Line(event.sponsorshipId(), event.on(), event.minutes(), event.activity(), Status.LOGGED, by);
    }

    private static Line corrected(Line line, HoursCorrected event, String by) {
        return new Line(line.sponsorshipId(), event.on(), event.minutes(), event.activity(), Status.LOGGED, by);
    }

    private void set(String entryId, Status status) {
        byEntry.computeIfPresent(entryId, (id, line) -> line.with(status));
    }
}
