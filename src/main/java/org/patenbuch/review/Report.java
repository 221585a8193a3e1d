package org.patenbuch.review;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.review.ReviewCommand.FreezeReport;
import org.patenbuch.review.ReviewEvent.ReportFrozen;

/** A report is frozen once; whoever wants another freezes another. */
@Aggregate(type = "report")
class Report {
    @AggregateIdentifier
    private String stream;

    Report() {}

    @CommandHandler
    Report(FreezeReport command, Recorded recorded) {
        if (command.from().isAfter(command.to())) {
            throw new Rejected("report.ends-before-it-begins", command.from(), command.to());
        }
        long position = command.atPosition() == null ? recorded.upTo() : command.atPosition();
        if (position > recorded.upTo()) {
            throw new Rejected("report.ahead", Long.toString(recorded.upTo()));
        }
        apply(new ReportFrozen(command.id(), command.name(), command.from(), command.to(), position));
    }

    @EventSourcingHandler
    void on(ReportFrozen event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "report", event.reportId());
    }
}
