package org.patenbuch.fund;

import java.util.Optional;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.Entry;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.ProposalEvent.ExpenseProposed;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a reversal names, read back from the journal by its name. A fund would otherwise carry every expense it ever
 * paid in its state, and every command would grow slower with them.
 */
@Component
public class Originals {
    private static final String RECORDED = """
            SELECT e.type, e.payload FROM entry n JOIN event e ON e.position = n.position
            WHERE n.partnership = ? AND n.kind = ? AND n.id = ?""";

    private final JdbcClient jdbc;
    private final EventCodec codec;

    Originals(JdbcClient jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** @throws Rejected {@code unknown-reference} unless it was recorded in this fund */
    ContributionRecorded contribution(String partnership, String fundId, String contributionId) {
        return find(partnership, "contribution", contributionId)
                .map(ContributionRecorded.class::cast)
                .filter(original -> original.fundId().equals(fundId))
                .orElseThrow(() -> new Rejected("unknown-reference", contributionId));
    }

    /** @throws Rejected {@code unknown-reference} unless it was paid from this fund */
    ExpenseRecorded expense(String partnership, String fundId, String expenseId) {
        return find(partnership, "expense", expenseId)
                .map(ExpenseRecorded.class::cast)
                .filter(original -> original.fundId().equals(fundId))
                .orElseThrow(() -> new Rejected("unknown-reference", expenseId));
    }

    /** @throws Rejected {@code unknown-reference} unless there is such an entry in this fund */
    void require(String partnership, String fundId, Entry entry, String entryId) {
        switch (entry) {
            case CONTRIBUTION -> contribution(partnership, fundId, entryId);
            case EXPENSE -> expense(partnership, fundId, entryId);
        }
    }

    Optional<ExpenseProposed> proposal(String partnership, String proposalId) {
        return read(partnership, "proposal", proposalId).map(ExpenseProposed.class::cast);
    }

    /** @param kind {@code contribution} or {@code expense} */
    public Optional<FundEvent> find(String partnership, String kind, String id) {
        return read(partnership, kind, id).map(FundEvent.class::cast);
    }

    private Optional<LedgerEvent> read(String partnership, String kind, String id) {
        return jdbc.sql(RECORDED)
                .params(partnership, kind, id)
                .query((row, n) -> codec.read(row.getString(1), row.getBytes(2)))
                .optional();
    }
}
