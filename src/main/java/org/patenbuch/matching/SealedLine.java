package org.patenbuch.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;

/** A booking as it is stored, with its texts sealed. */
record SealedLine(BankLine line) {
    static SealedLine of(ResultSet row, int n) throws SQLException {
        return new SealedLine(new BankLine(
                row.getString("id"),
                row.getString("account"),
                row.getString("statement_id"),
                row.getObject("booked_on", LocalDate.class),
                row.getObject("value_on", LocalDate.class),
                row.getLong("amount_cents"),
                row.getString("reference"),
                row.getString("end_to_end"),
                row.getString("other_name"),
                row.getString("other_iban"),
                row.getString("purpose"),
                BankLine.Status.valueOf(row.getString("status")),
                row.getString("entry"),
                row.getString("entry_id"),
                row.getString("why"),
                List.of()));
    }

    Stream<@Nullable String> sealed() {
        return Stream.of(line.endToEnd(), line.otherName(), line.otherIban(), line.purpose());
    }

    BankLine opened(PersonalText.Opened texts) {
        return new BankLine(
                line.id(),
                line.account(),
                line.statementId(),
                line.bookedOn(),
                line.valueOn(),
                line.amountCents(),
                line.reference(),
                texts.text(line.endToEnd()),
                texts.text(line.otherName()),
                texts.text(line.otherIban()),
                texts.text(line.purpose()),
                line.status(),
                line.entry(),
                line.entryId(),
                line.reason(),
                line.suggestions());
    }
}
