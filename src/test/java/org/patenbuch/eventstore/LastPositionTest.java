package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reader goes up to what counts as complete and never looks there again: all of it must have been drawn already. */
class LastPositionTest extends LedgerTest {
    private static final int LOOKS = 3_000;

    /** Many at once, for the moment that matters is a few microseconds in 32 draws. */
    private static final String DRAW = "SELECT max(nextval('journal_position')) FROM generate_series(1, 1000)";

    /** How many draws the last position is ahead of the next draw, asked in this order; below zero when right. */
    private static final String AHEAD = "WITH said AS MATERIALIZED (" + Horizon.LAST_DRAWN
            + ") SELECT max(v) - nextval('journal_position') FROM said s(v)";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void no_position_is_called_the_last_that_is_still_to_be_drawn() {
        AtomicBoolean enough = new AtomicBoolean();
        try (var writer = Executors.newSingleThreadExecutor()) {
            writer.submit(() -> {
                while (!enough.get()) {
                    number(DRAW);
                }
            });
            try {
                for (int i = 0; i < LOOKS; i++) {
                    assertThat(number(AHEAD)).isNegative();
                }
            } finally {
                enough.set(true);
            }
        }
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
