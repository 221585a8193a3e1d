package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a trace is made of, as it stood at one moment; {@code events} are the positions that made it so. */
final class TraceFacts {
    private TraceFacts() {}

    /** @param ended the position that reversed it; null while it counts */
    record Gift(
            String id,
            String partnerId,
            String fundId,
            @Nullable String pledgeId,
            boolean money,
            long cents,
            LocalDate on,
            long since,
            @Nullable Long linked,
            @Nullable Long ended) {
        List<Long> events() {
            return positions(since, linked, ended);
        }
    }

    record Promise(
            String id,
            String partnerId,
            String fundId,
            long cents,
            long outstandingCents,
            boolean withdrawn,
            LocalDate on,
            List<Long> events) {}

    record Cost(
            String id,
            String fundId,
            String category,
            long cents,
            LocalDate on,
            long since,
            @Nullable Long ended) {
        List<Long> events() {
            return positions(since, ended);
        }

        /** As it is shown to who may know no more of it. */
        Cost share(long ofThem) {
            return new Cost(id, fundId, category, ofThem, on, since, ended);
        }
    }

    /** @param via the transfer by which it had come into the fund; null where it was received there */
    record Paid(
            String expenseId,
            String contributionId,
            String fundId,
            @Nullable String via,
            long cents) {}

    record Move(
            String transferId,
            String contributionId,
            String fundId,
            @Nullable String via,
            String toFundId,
            long cents,
            LocalDate on,
            List<Long> events) {}

    static List<Long> positions(@Nullable Long... positions) {
        return Stream.of(positions).filter(position -> position != null).toList();
    }
}
