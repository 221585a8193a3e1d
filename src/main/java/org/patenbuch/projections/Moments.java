package org.patenbuch.projections;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the moment of knowledge a question asks for, and answers it from one state of the database. */
@Component("momentsOfKnowledge") // Modulith has a bean named moments
public class Moments {
    /** Said by hand: by Spring's own means it takes three round trips instead of one. */
    private static final String ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private static final String LAST_UP_TO = """
            SELECT recorded_at FROM event WHERE partnership = ? AND position <= ? ORDER BY position DESC LIMIT 1""";
    private static final String ANY_BETWEEN = """
            SELECT EXISTS (SELECT FROM event WHERE partnership = ? AND position > ? AND position <= ?)""";

    private final Positions positions;
    private final Milestones milestones;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate oneState;

    Moments(
            Positions positions,
            Milestones milestones,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.clock = clock;
        this.positions = positions;
        this.milestones = milestones;
        this.jdbc = jdbc;
        oneState = new TransactionTemplate(transactions);
        oneState.setReadOnly(true);
    }

    /**
     * @param view the view whose rows answer
     * @throws Positions.NotReadYet if the view has not read as far as asked for within {@link Positions#PATIENCE}
     */
    public <A> A answer(Asked asked, String view, String partnership, Function<Moment, A> answer) {
        if (asked.minPosition() != null) {
            positions.await(view, asked.minPosition());
        }
        Long past = past(asked, view, partnership);
        if (past != null) {
            positions.await(view, past);
        }
        return oneState.execute(transaction -> {
            if (transaction.isNewTransaction()) {
                jdbc.sql(ONE_STATE).update();
            }
            return answer.apply(moment(view, partnership, past));
        });
    }

    /** Today; of an earlier moment its own day, so that what is told of it stays the same for ever. */
    public LocalDate today(Asked asked, Moment moment) {
        return asked.looksBack() ? moment.knownAt().atZone(clock.getZone()).toLocalDate() : LocalDate.now(clock);
    }

    public LocalDate today(Asked asked, String view, String partnership) {
        return asked.looksBack()
                ? answer(asked, view, partnership, moment -> today(asked, moment))
                : LocalDate.now(clock);
    }

    private @Nullable Long past(Asked asked, String view, String partnership) {
        Instant instant = asked.instant();
        return instant == null ? asked.atPosition() : lastKnownAt(instant, view, partnership);
    }

    /** The last position such that nothing of the partnership up to it was recorded later; null if nothing was. */
    private @Nullable Long lastKnownAt(Instant instant, String view, String partnership) {
        return milestones
                .firstAfter(instant, partnership, positions.of(view).position())
                .map(first -> first - 1)
                .orElse(null);
    }

    private Moment moment(String view, String partnership, @Nullable Long past) {
        long read = positions.of(view).position();
        long position = past == null ? read : past;
        Optional<Instant> recorded = jdbc.sql(LAST_UP_TO)
                .params(partnership, position)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
        return new Moment(position, recorded.orElse(Instant.EPOCH), isCurrent(partnership, position, read));
    }

    /** What only other partnerships recorded since makes this partnership's state no older. */
    private boolean isCurrent(String partnership, long position, long read) {
        return position == read
                || position < read
                        && !jdbc.sql(ANY_BETWEEN)
                                .params(partnership, position, read)
                                .query(Boolean.class)
                                .single();
    }
}
