package org.patenbuch.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.Together;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes an import back as one: each entry by the command that takes such an entry back, newest first. All of it is
 * rehearsed before; where one figure could not be taken back, because its period is locked, its hours are approved or
 * its money is spent, nothing is written. People, households and funds stay where somebody uses them by now.
 */
@Component
class ImportReversal {
    private static final int EVENTS_A_TRANSACTION = 200;
    /** So many refusals are shown. */
    static final int SHOWN = 100;

    private final ImportBatches batches;
    private final Ledger ledger;
    private final Together together;
    private final EventCodec codec;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Clock clock;

    ImportReversal(
            ImportBatches batches,
            Ledger ledger,
            Together together,
            EventCodec codec,
            JdbcClient jdbc,
            DataSource dataSource,
            Clock clock) {
        this.batches = batches;
        this.ledger = ledger;
        this.together = together;
        this.codec = codec;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * @param takenBack entries taken back, or that would be
     * @param staying entries that stay as they are: partners, and who or what is in use by now
     * @param position of the last event written; null if there was none
     * @param refused why nothing was written, the first {@value #SHOWN}; empty if it was
     * @param refusedCount how many there are in all
     */
    record Undone(long takenBack, long staying, @Nullable Long position, List<Refusal> refused, long refusedCount) {
        static final Undone NOTHING = new Undone(0, 0, null, List.of(), 0);

        Undone and(Undone next) {
            return new Undone(
                    takenBack + next.takenBack,
                    staying + next.staying,
                    next.position == null ? position : next.position,
                    Stream.concat(refused.stream(), next.refused.stream())
                            .limit(SHOWN)
                            .toList(),
                    refusedCount + next.refusedCount);
        }

        static Undone takenBack(@Nullable Long position) {
            return new Undone(1, 0, position, List.of(), 0);
        }

        static Undone stays() {
            return new Undone(0, 1, null, List.of(), 0);
        }

        static Undone refused(Refusal refusal) {
            return new Undone(0, 0, null, List.of(refusal), 1);
        }
    }

    /** An entry that cannot be taken back, and why. */
    record Refusal(String kind, String id, Rejected why) {}

    private record Stored(long position, LedgerEvent event) {}

    /** How many events the import has written. */
    long events(ImportBatch batch, Who who) {
        return jdbc.sql("SELECT count(*) FROM event WHERE partnership = :p AND position <= :last"
                        + " AND position(convert_to(:said, 'UTF8') IN metadata) > 0")
                .param("p", who.partnership())
                .param("last", Objects.requireNonNullElse(batch.position(), 0L))
                .param("said", said(batch))
                .query(Long.class)
                .single();
    }

    /**
     * @param reason nothing about a person
     * @throws Rejected {@code intake.running} if an import is at work in this partnership, {@code
     *     import.already-reversed} if it was taken back before, {@code import.nothing-to-reverse} if it wrote nothing
     */
    Undone run(ImportBatch batch, Who who, String reason, ImportProgress progress) {
        try (OneAtATime _ = OneAtATime.hold(dataSource, who.partnership(), batch.id())) {
            if (batches.find(who.partnership(), batch.id()).orElseThrow().reversedAt() != null) {
                throw new Rejected("import.already-reversed", batch.id());
            }
            if (batch.position() == null) {
                throw new Rejected("import.nothing-to-reverse", batch.id());
            }
            var way = new Way(batch, who, reason, events(batch, who));
            Undone rehearsed = together.rehearse(() -> way.all(some -> some, progress::checked));
            if (rehearsed.refusedCount() > 0) return rehearsed;
            Undone done = way.all(some -> () -> together.record(some), progress::written);
            batches.reversed(who, batch.id(), done.takenBack(), done.position());
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /** Every entry of an import is one command of it, and says so in its metadata. */
    private static String said(ImportBatch batch) {
        return "\"correlation\":\"" + batch.id() + "\"";
    }

    /** The next events of the batch below a position, newest first. */
    private List<Stored> before(long position, ImportBatch batch, Who who) {
        return jdbc.sql("SELECT position, type, payload FROM event WHERE partnership = :p AND position < :before"
                        + " AND position(convert_to(:said, 'UTF8') IN metadata) > 0"
                        + " ORDER BY position DESC LIMIT " + EVENTS_A_TRANSACTION)
                .param("p", who.partnership())
                .param("before", position)
                .param("said", said(batch))
                .query((row, n) ->
                        new Stored(row.getLong("position"), codec.read(row.getString("type"), row.getBytes("payload"))))
                .list();
    }

    /** One reversal on its way back through the batch. */
    private final class Way {
        private final ImportBatch batch;
        private final Who who;
        private final long of;
        private final Opposite.Maker opposites;
        private final Origin origin;

        Way(ImportBatch batch, Who who, String reason, long of) {
            this.batch = batch;
            this.who = who;
            this.of = of;
            opposites = new Opposite.Maker(who.partnership(), batch.id(), reason, LocalDate.now(clock));
            origin = Origin.importReversed(batch.id());
        }

        Undone all(UnaryOperator<Supplier<Undone>> transaction, Told told) {
            Undone all = Undone.NOTHING;
            long done = 0;
            List<Stored> some = before(Objects.requireNonNullElse(batch.position(), 0L) + 1, batch, who);
            while (!some.isEmpty()) {
                List<Stored> these = some;
                all = all.and(transaction.apply(() -> takeBack(these)).get());
                told.so(done += some.size(), of);
                some = before(some.getLast().position(), batch, who);
            }
            return all;
        }

        private Undone takeBack(List<Stored> some) {
            return some.stream()
                    .map(stored -> opposites.of(stored.event()))
                    .filter(Objects::nonNull)
                    .map(this::takeBack)
                    .reduce(Undone.NOTHING, Undone::and);
        }

        private Undone takeBack(Opposite opposite) {
            if (opposite.command() == null) return Undone.stays();
            try {
                Receipt receipt = ledger.send(opposite.command(), who, origin);
                return Undone.takenBack(receipt.replayed() ? null : receipt.position());
            } catch (Rejected refused) {
                if (Opposite.isDoneBefore(refused.code())) return Undone.NOTHING;
                return opposite.counts()
                        ? Undone.refused(new Refusal(opposite.kind(), opposite.id(), refused))
                        : Undone.stays();
            }
        }
    }

    private interface Told {
        void so(long done, long of);
    }
}
