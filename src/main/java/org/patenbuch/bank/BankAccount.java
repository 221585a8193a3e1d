package org.patenbuch.bank;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankCommand.AssignBankLine;
import org.patenbuch.bank.BankCommand.NamedLine;
import org.patenbuch.bank.BankCommand.RecordBankStatement;
import org.patenbuch.bank.BankCommand.ReleaseBankLine;
import org.patenbuch.bank.BankCommand.SetBankLineAside;
import org.patenbuch.bank.BankEvent.BankLineAssigned;
import org.patenbuch.bank.BankEvent.BankLineRecorded;
import org.patenbuch.bank.BankEvent.BankLineReleased;
import org.patenbuch.bank.BankEvent.BankLineSetAside;
import org.patenbuch.bank.BankEvent.BankStatementRecorded;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.TextKind;

/** One account at the bank: whichever statements a booking stands in, it is recorded once. */
@Aggregate(type = "bank", snapshotTriggerDefinition = "longStream")
class BankAccount {
    /**
     * A statement that was read; what it said of balances tells whether another one overlaps or follows it.
     *
     * @param table whether it was a table, which gives its bookings other names than camt.053 does
     */
    record Read(
            LocalDate from,
            LocalDate to,
            @Nullable Long openingCents,
            @Nullable Long closingCents,
            boolean table) {
        boolean meets(LocalDate otherFrom, LocalDate otherTo) {
            return !from.isAfter(otherTo) && !to.isBefore(otherFrom);
        }

        /** Whether the one begins with what the other ended with, on that day or later. */
        boolean adjoins(Read other) {
            return closingCents != null && closingCents.equals(other.openingCents) && !other.from.isBefore(to)
                    || openingCents != null && openingCents.equals(other.closingCents) && !from.isBefore(other.to);
        }
    }

    @AggregateIdentifier
    private String stream;

    private List<Read> read = new ArrayList<>();

    BankAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordBankStatement command, BankLines lines, Clock clock) {
        Read statement = new Read(
                command.from(),
                command.to(),
                command.openingCents(),
                command.closingCents(),
                Statement.isTable(command.name()));
        requireOneKind(statement);
        boolean apart = standsApart(statement);
        Set<String> taken =
                new HashSet<>(lines.known(command.partnership(), command.account(), command.from(), command.to()));
        int year = LocalDate.now(clock).getYear();
        int recorded = 0;
        for (NamedLine line : command.lines()) {
            LineName name = line.name();
            while (apart && taken.contains(name.toString())) {
                name = name.next();
            }
            if (taken.add(name.toString())) {
                apply(recorded(command, name.toString(), line.line(), year));
                recorded++;
            }
        }
        apply(new BankStatementRecorded(
                command.id(),
                command.account(),
                command.name(),
                command.from(),
                command.to(),
                command.openingCents(),
                command.closingCents(),
                recorded,
                command.lines().size() - recorded));
    }

    /**
     * A table has none of the bank's references, so a booking cannot be told to be the same in both; read from both it
     * would stand there twice.
     */
    private void requireOneKind(Read statement) {
        read.stream()
                .filter(other -> other.table() != statement.table() && other.meets(statement.from(), statement.to()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Rejected("bank.other-kind", other.from(), other.to());
                });
    }

    /** Whether by its balances none of its bookings can stand in a statement read before, though it shares a day with one. */
    private boolean standsApart(Read statement) {
        List<Read> met = read.stream()
                .filter(other -> other.meets(statement.from(), statement.to()))
                .toList();
        return !met.isEmpty() && met.stream().allMatch(other -> other.adjoins(statement) && !other.equals(statement));
    }

    private static BankLineRecorded recorded(
            RecordBankStatement command, String lineId, Statement.Line line, int year) {
        String of = command.partnership();
        return new BankLineRecorded(
                lineId,
                command.account(),
                command.id(),
                line.bookedOn(),
                line.valueOn(),
                line.cents(),
                line.reference(),
                sealed(of, year, line.endToEnd()),
                sealed(of, year, line.name()),
                sealed(of, year, line.iban()),
                sealed(of, year, line.purpose()));
    }

    /** A statement is a voucher: kept eight years from the end of the year (§ 147 (3), (4) AO), and then erased with it. */
    private static @Nullable Personal sealed(String partnership, int year, @Nullable String text) {
        return text == null ? null : Personal.of(partnership, TextKind.BANK_LINE, year, text);
    }

    @CommandHandler
    void decide(AssignBankLine command, BankLines lines) {
        lines.requireOpen(command.partnership(), command.account(), command.lineId());
        lines.requireFitting(command);
        apply(new BankLineAssigned(command.lineId(), command.account(), command.entry(), command.entryId()));
    }

    @CommandHandler
    void decide(SetBankLineAside command, BankLines lines) {
        lines.requireOpen(command.partnership(), command.account(), command.lineId());
        apply(new BankLineSetAside(command.lineId(), command.account(), command.reason()));
    }

    @CommandHandler
    void decide(ReleaseBankLine command, BankLines lines) {
        lines.requireClosed(command.partnership(), command.account(), command.lineId());
        apply(new BankLineReleased(command.lineId(), command.account(), command.reason()));
    }

    @EventSourcingHandler
    void on(BankLineRecorded event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "bank", event.account());
    }

    @EventSourcingHandler
    void on(BankStatementRecorded event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "bank", event.account());
        read.add(new Read(
                event.from(), event.to(), event.openingCents(), event.closingCents(), Statement.isTable(event.name())));
    }
}
