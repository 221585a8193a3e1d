package org.patenbuch.bank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;

/** What can be asked of an account's stream. */
public sealed interface BankCommand extends Command {
    /** IBAN, or number, of the association's own account. */
    String account();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "bank", account());
    }

    /** A booking of a statement and its name. */
    record NamedLine(LineName name, Statement.Line line) {}

    record RecordBankStatement(
            String partnership,
            String id,
            String account,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Long openingCents,
            @Nullable Long closingCents,
            List<NamedLine> lines)
            implements BankCommand {
        @Override
        public String kind() {
            return "bank-statement";
        }
    }

    record AssignBankLine(
            String partnership,
            String id,
            String account,
            String lineId,
            Entry entry,
            String entryId,
            @Override @Nullable String reason)
            implements BankCommand {
        @Override
        public String kind() {
            return "bank-assignment";
        }
    }

    record SetBankLineAside(
            String partnership,
            String id,
            String account,
            String lineId,
            @Override String reason) implements BankCommand {
        @Override
        public String kind() {
            return "bank-setting-aside";
        }
    }

    record ReleaseBankLine(
            String partnership,
            String id,
            String account,
            String lineId,
            @Override String reason) implements BankCommand {
        @Override
        public String kind() {
            return "bank-release";
        }
    }
}
