package org.patenbuch.funding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.funding.Trace.Kind;
import org.patenbuch.funding.Trace.Node;
import org.patenbuch.funding.TraceFacts.Cost;
import org.patenbuch.funding.TraceFacts.Gift;
import org.patenbuch.funding.TraceFacts.Move;
import org.patenbuch.funding.TraceFacts.Paid;
import org.patenbuch.funding.TraceFacts.Promise;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows any euro both ways, as of any moment of knowledge. */
@Component
public class MoneyTrace {
    private final JdbcClient jdbc;
    private final Moments moments;

    MoneyTrace(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** @param onlyPartner whose pledges may be seen; null for all */
    public Optional<Trace> pledge(String partnership, @Nullable String onlyPartner, String id, Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            TraceRows rows = new TraceRows(jdbc, partnership, moment);
            return rows.promises(List.of(id)).stream()
                    .filter(promise -> own(onlyPartner, promise.partnerId()))
                    .findFirst()
                    .map(promise -> ofPledge(rows, promise));
        });
    }

    /** @param onlyPartner whose contributions may be seen; null for all */
    public Optional<Trace> contribution(String partnership, @Nullable String onlyPartner, String id, Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            TraceRows rows = new TraceRows(jdbc, partnership, moment);
            return rows.gifts(List.of(id)).stream()
                    .filter(gift -> own(onlyPartner, gift.partnerId()))
                    .findFirst()
                    .map(gift -> ofContribution(rows, gift));
        });
    }

    /** @param onlyPartner who sees its own share only, and nothing where it has none; null for all */
    public Optional<Trace> expense(String partnership, @Nullable String onlyPartner, String id, Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            TraceRows rows = new TraceRows(jdbc, partnership, moment);
            return rows.costs(List.of(id)).stream().findFirst().flatMap(cost -> ofExpense(rows, cost, onlyPartner));
        });
    }

    private static boolean own(@Nullable String onlyPartner, String partnerId) {
        return onlyPartner == null || onlyPartner.equals(partnerId);
    }

    private static Trace ofPledge(TraceRows rows, Promise promise) {
        List<Gift> gifts = rows.giftsOfPledge(promise.id());
        Hops hops = new Hops();
        Node pledge = new Node(Kind.PLEDGE, promise.id());
        List<Gift> standing =
                gifts.stream().filter(gift -> gift.ended() == null).toList();
        standing.forEach(gift ->
                hops.add(pledge, new Node(Kind.CONTRIBUTION, gift.id()), gift.cents(), gift.on(), gift.events()));
        long open = promise.cents() - hops.into(Kind.CONTRIBUTION);
        Kind end = promise.withdrawn() ? Kind.WITHDRAWN : Kind.OUTSTANDING;
        hops.add(pledge, new Node(end, promise.id()), open, promise.on(), promise.events());
        Onward onward = new Onward(rows, standing, hops);
        return trace(rows, pledge, promise.cents(), promise.withdrawn(), gifts, onward.moves, onward.costs, hops);
    }

    private static Trace ofContribution(TraceRows rows, Gift gift) {
        Hops hops = new Hops();
        Node contribution = new Node(Kind.CONTRIBUTION, gift.id());
        if (gift.pledgeId() != null) {
            hops.add(new Node(Kind.PLEDGE, gift.pledgeId()), contribution, gift.cents(), gift.on(), gift.events());
        }
        Onward onward = new Onward(rows, List.of(gift), hops);
        boolean reversed = gift.ended() != null;
        return trace(rows, contribution, gift.cents(), reversed, List.of(gift), onward.moves, onward.costs, hops);
    }

    private static Optional<Trace> ofExpense(TraceRows rows, Cost cost, @Nullable String onlyPartner) {
        List<Paid> parts = rows.paid(cost);
        List<Gift> gifts = rows
                .gifts(parts.stream().map(Paid::contributionId).distinct().toList())
                .stream()
                .filter(gift -> own(onlyPartner, gift.partnerId()))
                .toList();
        if (gifts.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = gifts.stream().map(Gift::id).toList();
        List<Paid> shown = parts.stream()
                .filter(part -> ids.contains(part.contributionId()))
                .toList();
        List<Move> moves = rows.moves(ids);
        Hops hops = new Hops();
        new Backward(cost, shown, moves, hops);
        long cents = hops.into(Kind.EXPENSE);
        return Optional.of(trace(
                rows,
                new Node(Kind.EXPENSE, cost.id()),
                cents,
                cost.ended() != null,
                gifts,
                moves,
                Map.of(cost.id(), onlyPartner == null ? cost : cost.share(cents)),
                hops));
    }

    private static Trace trace(
            TraceRows rows,
            Node of,
            long cents,
            boolean reversed,
            List<Gift> gifts,
            List<Move> moves,
            Map<String, Cost> costs,
            Hops hops) {
        Stages stages = new Stages(hops);
        if (of.kind() == Kind.EXPENSE) {
            stages.linkToPledges(gifts);
        }
        Collection<String> pledges = of.kind() == Kind.PLEDGE
                ? List.of(of.id())
                : gifts.stream()
                        .map(Gift::pledgeId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return new Trace(
                of.kind(),
                of.id(),
                cents,
                reversed && of.kind() == Kind.EXPENSE ? 0 : hops.into(Kind.EXPENSE),
                hops.into(Kind.REMAINING),
                reversed,
                stages.pledges(rows.promises(pledges)),
                stages.contributions(gifts, of),
                stages.transfers(moves),
                stages.expenses(costs.values()),
                of.kind() == Kind.EXPENSE ? hops.all().reversed() : hops.all(),
                rows.moment().position(),
                rows.moment().knownAt());
    }
}
