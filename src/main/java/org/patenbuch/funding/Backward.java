package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.funding.Trace.Kind;
import org.patenbuch.funding.Trace.Node;
import org.patenbuch.funding.TraceFacts.Cost;
import org.patenbuch.funding.TraceFacts.Move;
import org.patenbuch.funding.TraceFacts.Paid;

/**
 * Follows an expense back to the contributions that paid it. Where a transfer brought together what had come to a fund
 * in several ways, the first in the order of the transfer counts as used first: it is the same contribution's money.
 */
final class Backward {
    private final List<Move> moves;
    private final Hops hops;

    Backward(Cost cost, List<Paid> parts, List<Move> moves, Hops hops) {
        this.moves = moves;
        this.hops = hops;
        Node expense = new Node(Kind.EXPENSE, cost.id());
        parts.forEach(part -> back(
                part.contributionId(), part.fundId(), part.via(), expense, part.cents(), cost.on(), cost.events()));
        if (cost.ended() != null) {
            long cents = hops.into(Kind.EXPENSE);
            hops.add(expense, new Node(Kind.REVERSED, cost.id()), cents, cost.on(), List.of(cost.ended()));
        }
    }

    private void back(
            String contribution,
            String fund,
            @Nullable String via,
            Node to,
            long cents,
            LocalDate on,
            List<Long> events) {
        if (via == null) {
            hops.add(new Node(Kind.CONTRIBUTION, contribution), to, cents, on, events);
            return;
        }
        Node transfer = new Node(Kind.TRANSFER, via);
        hops.add(transfer, to, cents, on, events);
        long open = cents;
        for (Move move : arrived(contribution, fund, via).toList()) {
            long used = Math.min(open, move.cents());
            open -= used;
            if (used > 0) {
                back(contribution, move.fundId(), move.via(), transfer, used, move.on(), move.events());
            }
        }
    }

    private Stream<Move> arrived(String contribution, String fund, String transfer) {
        return moves.stream()
                .filter(move -> move.contributionId().equals(contribution)
                        && move.toFundId().equals(fund)
                        && move.transferId().equals(transfer));
    }
}
