package org.patenbuch.funding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.erasure.RetentionEvent.TextsErased;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.ProposalEvent.ExpenseProposed;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.TextKind;
import org.patenbuch.privacy.PersonalText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is paid in one batch of events: equal payees have one mark, and are kept once under it, so that a search opens each
 * of them once and not every expense. What has been erased has no mark.
 */
final class PayeeRows {
    private record Name(String partnership, String mark) {}

    private static final List<String> FORGET = List.of(
            "UPDATE funding.expense SET payee_mark = NULL WHERE partnership = ? AND starts_with(payee, ?)",
            "UPDATE funding.proposal SET payee_mark = NULL WHERE partnership = ? AND starts_with(payee, ?)",
            "DELETE FROM funding.payee WHERE partnership = ? AND starts_with(payee, ?)");

    private record Gone(String partnership, String sealedUnder) {}

    private final List<Gone> gone = new ArrayList<>();
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

    /** All who were paid by what was entered in one year: the marks mean nothing any more, and go. */
    void hear(TextsErased erased, String partnership) {
        if (erased.kind() == TextKind.PAYEE) {
            gone.add(new Gone(partnership, PersonalText.under(erased.kind().subject(partnership, erased.year()))));
        }
    }

    void write(JdbcClient jdbc) {
        payees.write(jdbc);
        for (Gone year : gone) {
            FORGET.forEach(sql ->
                    jdbc.sql(sql).params(year.partnership(), year.sealedUnder()).update());
        }
    }
}
