package org.patenbuch.funding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patenbuch.funding.Trace.Hop;
import org.patenbuch.funding.Trace.Kind;
import org.patenbuch.funding.Trace.Node;
import org.patenbuch.funding.Trace.Stage;
import org.patenbuch.funding.TraceFacts.Cost;
import org.patenbuch.funding.TraceFacts.Gift;
import org.patenbuch.funding.TraceFacts.Move;
import org.patenbuch.funding.TraceFacts.Promise;

/** The stages of one trace, each with as much of it as the hops carry. */
final class Stages {
    private final Hops hops;

    Stages(Hops hops) {
        this.hops = hops;
    }

    /** An expense's money came from promises as far as its contributions did. */
    void linkToPledges(List<Gift> gifts) {
        Map<String, Long> out = outOfEach(Kind.CONTRIBUTION);
        for (Gift gift : gifts) {
            if (gift.pledgeId() != null) {
                Node pledge = new Node(Kind.PLEDGE, gift.pledgeId());
                Node contribution = new Node(Kind.CONTRIBUTION, gift.id());
                hops.add(pledge, contribution, out.getOrDefault(gift.id(), 0L), gift.on(), gift.events());
            }
        }
    }

    List<Stage> pledges(List<Promise> promises) {
        Map<String, Long> out = outOfEach(Kind.PLEDGE);
        return promises.stream()
                .map(promise -> new Stage(
                        Kind.PLEDGE,
                        promise.id(),
                        out.getOrDefault(promise.id(), 0L),
                        promise.cents(),
                        promise.partnerId(),
                        promise.fundId(),
                        null,
                        null,
                        promise.on(),
                        promise.withdrawn(),
                        promise.events()))
                .toList();
    }

    /** What was reversed carries nothing, but where it was itself asked about. */
    List<Stage> contributions(List<Gift> gifts, Node of) {
        Map<String, Long> out = outOfEach(Kind.CONTRIBUTION);
        return gifts.stream()
                .map(gift -> new Stage(
                        Kind.CONTRIBUTION,
                        gift.id(),
                        of.kind() == Kind.CONTRIBUTION ? gift.cents() : out.getOrDefault(gift.id(), 0L),
                        gift.cents(),
                        gift.partnerId(),
                        gift.fundId(),
                        null,
                        null,
                        gift.on(),
                        gift.ended() != null,
                        gift.events()))
                .toList();
    }

    List<Stage> transfers(List<Move> moves) {
        Map<String, Long> into = hops.intoEach(Kind.TRANSFER);
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (Move move : moves) {
            if (into.containsKey(move.transferId())) {
                stages.putIfAbsent(move.transferId(), stage(move, into.get(move.transferId())));
            }
        }
        return new ArrayList<>(stages.values());
    }

    private static Stage stage(Move move, long cents) {
        return new Stage(
                Kind.TRANSFER,
                move.transferId(),
                cents,
                null,
                null,
                move.fundId(),
                move.toFundId(),
                null,
                move.on(),
                false,
                move.events());
    }

    List<Stage> expenses(Collection<Cost> costs) {
        Map<String, Long> into = hops.intoEach(Kind.EXPENSE);
        return costs.stream()
                .map(cost -> new Stage(
                        Kind.EXPENSE,
                        cost.id(),
                        into.getOrDefault(cost.id(), 0L),
                        cost.cents(),
                        null,
                        cost.fundId(),
                        null,
                        cost.category(),
                        cost.on(),
                        cost.ended() != null,
                        cost.events()))
                .toList();
    }

    private Map<String, Long> outOfEach(Kind kind) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Hop hop : hops.all()) {
            if (hop.from().kind() == kind) {
                sums.merge(hop.from().id(), hop.amountCents(), Long::sum);
            }
        }
        return sums;
    }
}
