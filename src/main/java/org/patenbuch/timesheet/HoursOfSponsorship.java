package org.patenbuch.timesheet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.patenbuch.sponsorship.CarriedHours;
import org.springframework.stereotype.Component;

/** Reads the sponsor's timesheets themselves, so that logging hours need not keep a register of last days. */
@Component
class HoursOfSponsorship implements CarriedHours {
    private final EventStore events;
    private final Clock clock;

    HoursOfSponsorship(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> lastDayAfter(LocalDate day, String partnership, String sponsorId, String sponsorshipId) {
        YearMonth thisMonth = YearMonth.now(clock);
        return Stream.iterate(YearMonth.from(day), month -> !month.isAfter(thisMonth), month -> month.plusMonths(1))
                .map(month -> lines(new SheetName(sponsorId, month).stream(partnership)))
                .flatMap(lines -> lines.lastDayOf(sponsorshipId).stream())
                .filter(last -> last.isAfter(day))
                .max(LocalDate::compareTo);
    }

    private Lines lines(String stream) {
        Lines lines = new Lines();
        events.readEvents(stream)
                .forEachRemaining(message -> lines.hear((TimesheetEvent) message.getPayload(), (String)
                        message.getMetaData().get("actor")));
        return lines;
    }
}
