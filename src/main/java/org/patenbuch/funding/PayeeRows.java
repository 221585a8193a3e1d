package org.patenbuch.funding;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.ProposalEvent.ExpenseProposed;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.privacy.PersonalText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is paid in one batch of events: equal payees have one mark, and are kept once under it, so that a search opens each
 * of them once and not every expense. What has been erased has no mark.
 */
final class PayeeRows {
    private record Name(String partnership, String mark) {}

    private final Rows payees =
            Rows.into("funding.payee", "partnership text, mark text, payee text", "ON CONFLICT DO NOTHING");
    private final Set<Name> known = new HashSet<>();
    private final PersonalText.Opened texts;

    PayeeRows(List<Entry> batch, PersonalText texts) {
        this.texts = texts.openAll(batch.stream()
                .flatMap(entry -> payee(entry.event()))
                .map(Personal::sealed)
                .filter(Objects::nonNull));
    }

    private static Stream<Personal> payee(LedgerEvent event) {
        return switch (event) {
            case ExpenseRecorded expense -> Stream.of(expense.payee());
            case ExpenseProposed proposal -> Stream.of(proposal.payee());
            default -> Stream.empty();
        };
    }

    @Nullable
    String mark(Personal payee, String partnership) {
        String mark = texts.mark(payee.sealed());
        if (mark != null && known.add(new Name(partnership, mark))) {
            payees.add(partnership, mark, payee.sealed());
        }
        return mark;
    }

    void write(JdbcClient jdbc) {
        payees.write(jdbc);
    }
}
