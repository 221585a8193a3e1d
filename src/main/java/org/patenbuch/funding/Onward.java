package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.funding.Trace.Kind;
import org.patenbuch.funding.Trace.Node;
import org.patenbuch.funding.TraceFacts.Cost;
import org.patenbuch.funding.TraceFacts.Gift;
import org.patenbuch.funding.TraceFacts.Move;
import org.patenbuch.funding.TraceFacts.Paid;

/** Follows contributions onward: through transfers, into expenses, to where the rest of them lies. */
final class Onward {
    /** A contribution's money as it lies in a fund, by how it came there. */
    private record Lot(
            String contributionId, String fundId, @Nullable String via) {
        Node node() {
            return via == null ? new Node(Kind.CONTRIBUTION, contributionId) : new Node(Kind.TRANSFER, via);
        }
    }

    private static final class Left {
        private final LocalDate on;
        private final List<Long> events;
        private long cents;

        Left(LocalDate on, List<Long> events) {
            this.on = on;
            this.events = events;
        }
    }

    final List<Move> moves;
    final Map<String, Cost> costs;

    private final List<Paid> paid;
    private final Hops hops;
    private final Map<Lot, Left> lots = new LinkedHashMap<>();

    Onward(TraceRows rows, List<Gift> gifts, Hops hops) {
        List<String> ids = gifts.stream().map(Gift::id).toList();
        this.hops = hops;
        moves = rows.moves(ids);
        paid = rows.paidBy(ids);
        costs = rows.costs(paid.stream().map(Paid::expenseId).distinct().toList()).stream()
                .collect(Collectors.toMap(Cost::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        gifts.forEach(this::begin);
        moves.forEach(this::move);
        paid.forEach(this::spend);
        lots.forEach((lot, left) ->
                hops.add(lot.node(), new Node(Kind.REMAINING, lot.fundId()), left.cents, left.on, left.events));
    }

    private void begin(Gift gift) {
        Node node = new Node(Kind.CONTRIBUTION, gift.id());
        if (gift.ended() != null) {
            hops.add(node, new Node(Kind.REVERSED, gift.id()), gift.cents(), gift.on(), List.of(gift.ended()));
        } else if (gift.money()) {
            lot(gift.id(), gift.fundId(), null, gift.on(), gift.events()).cents += gift.cents();
        } else {
            hops.add(node, new Node(Kind.USED, gift.id()), gift.cents(), gift.on(), gift.events());
        }
    }

    private void move(Move move) {
        Lot from = new Lot(move.contributionId(), move.fundId(), move.via());
        lots.get(from).cents -= move.cents();
        lot(move.contributionId(), move.toFundId(), move.transferId(), move.on(), move.events()).cents += move.cents();
        hops.add(from.node(), new Node(Kind.TRANSFER, move.transferId()), move.cents(), move.on(), move.events());
    }

    private void spend(Paid part) {
        Lot from = new Lot(part.contributionId(), part.fundId(), part.via());
        Cost cost = costs.get(part.expenseId());
        lots.get(from).cents -= part.cents();
        hops.add(from.node(), new Node(Kind.EXPENSE, cost.id()), part.cents(), cost.on(), cost.events());
    }

    private Left lot(String contributionId, String fundId, @Nullable String via, LocalDate on, List<Long> events) {
        return lots.computeIfAbsent(new Lot(contributionId, fundId, via), lot -> new Left(on, events));
    }

    /** How much of each contribution still lies in funds. */
    Map<String, Long> remaining() {
        Map<String, Long> remaining = new HashMap<>();
        lots.forEach((lot, left) -> remaining.merge(lot.contributionId(), left.cents, Long::sum));
        return remaining;
    }
}
