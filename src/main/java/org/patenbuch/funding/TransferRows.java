package org.patenbuch.funding;

import org.patenbuch.fund.FundEvent.MoneyTransferredIn;
import org.patenbuch.fund.FundEvent.MoneyTransferredOut;
import org.patenbuch.fund.FundEvent.Part;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one batch of events tells of transfers: both sides, and what was taken of each contribution. */
final class TransferRows {
    private final Rows transfers = Rows.into("funding.transfer", """
            partnership text, id text, fund_id text, other_fund_id text, moved_cents bigint, on_day date,
            since bigint""");
    private final Rows parts = Rows.into("funding.transfer_part", """
            partnership text, transfer_id text, place integer, contribution_id text, fund_id text, via text,
            to_fund_id text, amount_cents bigint, on_day date, since bigint""");

    void hear(MoneyTransferredOut e, String partnership, long at) {
        transfers.add(partnership, e.transferId(), e.fundId(), e.toFundId(), -e.amountCents(), e.on(), at);
        int place = 0;
        for (Part part : e.parts()) {
            parts.add(
                    partnership,
                    e.transferId(),
                    ++place,
                    part.contributionId(),
                    e.fundId(),
                    part.transferId(),
                    e.toFundId(),
                    part.amountCents(),
                    e.on(),
                    at);
        }
    }

    void hear(MoneyTransferredIn e, String partnership, long at) {
        transfers.add(partnership, e.transferId(), e.fundId(), e.fromFundId(), e.amountCents(), e.on(), at);
    }

    void write(JdbcClient jdbc) {
        transfers.write(jdbc);
        parts.write(jdbc);
    }
}
