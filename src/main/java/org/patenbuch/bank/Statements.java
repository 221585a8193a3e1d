package org.patenbuch.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankCommand.NamedLine;
import org.patenbuch.bank.BankCommand.RecordBankStatement;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.Together;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/** Takes in what came from a bank: all statements of a file or none. */
@Component
class Statements {
    /**
     * What became of one statement.
     *
     * @param lines how many bookings it holds; {@code recorded} how many of them were new
     */
    record Taken(
            String id,
            String account,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Long openingCents,
            @Nullable Long closingCents,
            int lines,
            int recorded) {}

    /** @param position of the last event, null where all was known */
    record Answer(
            List<Taken> statements, int recorded, @Nullable Long position) {}

    private final Ledger ledger;
    private final Together together;
    private final Identity identity;
    private final BankJournal journal;

    Statements(Ledger ledger, Together together, Identity identity, BankJournal journal) {
        this.ledger = ledger;
        this.together = together;
        this.identity = identity;
        this.journal = journal;
    }

    /** @param dryRun whether only to say what would be recorded */
    Answer take(byte[] file, Who who, boolean dryRun, Origin origin) {
        List<Statement> statements = BankFile.read(file);
        List<List<LineName>> names = identity.names(statements);
        return dryRun
                ? together.rehearse(() -> record(statements, names, who, origin))
                : together.record(() -> record(statements, names, who, origin));
    }

    private Answer record(List<Statement> statements, List<List<LineName>> names, Who who, Origin origin) {
        List<Taken> taken = new ArrayList<>();
        Long position = null;
        int recorded = 0;
        for (int i = 0; i < statements.size(); i++) {
            RecordBankStatement command = command(statements.get(i), names.get(i), who);
            Receipt receipt = ledger.send(command, who, origin);
            int fresh = receipt.replayed()
                    ? 0
                    : journal.statement(who.partnership(), command.id()).recorded();
            position = receipt.replayed() ? position : Long.valueOf(receipt.position());
            recorded += fresh;
            taken.add(taken(command, fresh));
        }
        return new Answer(taken, recorded, position);
    }

    private RecordBankStatement command(Statement statement, List<LineName> names, Who who) {
        List<NamedLine> lines = IntStream.range(0, names.size())
                .mapToObj(i -> new NamedLine(names.get(i), statement.lines().get(i)))
                .toList();
        return new RecordBankStatement(
                who.partnership(),
                identity.of(statement, names),
                statement.account(),
                statement.name(),
                statement.from(),
                statement.to(),
                statement.openingCents(),
                statement.closingCents(),
                lines);
    }

    private static Taken taken(RecordBankStatement command, int recorded) {
        return new Taken(
                command.id(),
                command.account(),
                command.name(),
                command.from(),
                command.to(),
                command.openingCents(),
                command.closingCents(),
                command.lines().size(),
                recorded);
    }
}
