package org.patenbuch.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Samples;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partnership with sponsors who log their visits month by month, up to 50 in each. */
final class World {
    static final String PARTNERSHIP = "rosenstadt";
    static final int SPONSORS = 200;
    static final int FUNDS = 5;
    private static final int SHEET = 50;

    /** Most entries are hours, one in ten is money; each sheet holds 40 and each fund goes on without end. */
    private static final String HOURS = """
            INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata)
            SELECT 'rosenstadt', 'timesheet/V-' || s || '.' || to_char(m, 'YYYY-MM'), nth, e, 'HoursLogged', '1',
                   timestamptz '2026-01-01' + i * interval '1 ms',
                   convert_to(json_build_object('entryId', 'X-' || i, 'sponsorId', 'V-' || s, 'sponsorshipId', 'S-V-' || s,
                              'householdId', 'H-V-' || s, 'on', to_char(m + (nth % 28) * interval '1 day', 'YYYY-MM-DD'),
                              'minutes', 30 + i % 60, 'activity', 'VISIT')::text, 'UTF8'),
                   convert_to(json_build_object('actor', 'coordinator', 'commandId', 'hours/X-' || i, 'correlation', e,
                              'nonce', replace(e::text, '-', ''), 'partnership', 'rosenstadt', 'role', 'COORDINATOR',
                              'source', 'api')::text, 'UTF8')
            FROM (SELECT i, i % 200 AS s, (i / 200) % 40 AS nth, gen_random_uuid() AS e,
                         timestamp '2000-01-01' + (i / 8000) * interval '1 month' AS m
                  FROM generate_series(?, ?) AS i OFFSET 0) AS entries""";

    private static final String MONEY = """
            INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata)
            SELECT 'rosenstadt', 'fund/F-' || i % 5, 1 + i / 5, e, 'ContributionRecorded', '1',
                   timestamptz '2026-01-01' + i * interval '1 ms',
                   convert_to(json_build_object('contributionId', 'B-' || i, 'fundId', 'F-' || i % 5, 'partnerId', 'P-0',
                              'kind', 'MONEY', 'nature', 'GIFT', 'amountCents', 1000 + i, 'receivedOn',
                              to_char(date '2000-01-01' + (i % 7000)::integer, 'YYYY-MM-DD'), 'evidence', 'Statement ' || i)::text, 'UTF8'),
                   convert_to(json_build_object('actor', 'finance', 'commandId', 'contribution/B-' || i, 'correlation', e,
                              'nonce', replace(e::text, '-', ''), 'partnership', 'rosenstadt', 'role', 'FINANCE',
                              'source', 'api')::text, 'UTF8')
            FROM (SELECT i, gen_random_uuid() AS e FROM generate_series(?, ?) AS i OFFSET 0) AS gifts""";

    private static final int PART = 100_000;

    private final AtomicIntegerArray next = new AtomicIntegerArray(SPONSORS);

    static void prepare(Consumer<Command> ledger) {
        ledger.accept(Samples.found(PARTNERSHIP));
        ledger.accept(Samples.partner(PARTNERSHIP, "P-0"));
        for (int fund = 0; fund < FUNDS; fund++) {
            ledger.accept(Samples.fund(PARTNERSHIP, "F-" + fund));
        }
        for (int sponsor = 0; sponsor < SPONSORS; sponsor++) {
            Samples.sponsorship(PARTNERSHIP, "V-" + sponsor).forEach(ledger);
        }
    }

    /** The next visit of one of this caller's sponsors, month after month. */
    Command nextVisit(int caller, int callers) {
        int own = SPONSORS / callers;
        int turn = next.getAndIncrement(caller);
        int sponsor = caller * own + turn % own;
        int nth = turn / own;
        String id = "L-" + caller + "-" + turn;
        return Samples.visit(PARTNERSHIP, "V-" + sponsor, id, nth / SHEET, nth % SHEET);
    }

    /** So many events as they would stand in the journal, written past the ledger for speed. */
    static void fill(JdbcClient jdbc, long events) {
        for (long from = 0; from < events; from += PART) {
            long to = Math.min(from + PART, events);
            jdbc.sql(HOURS).params(from * 9 / 10, to * 9 / 10 - 1).update();
            jdbc.sql(MONEY).params(from / 10, to / 10 - 1).update();
        }
        jdbc.sql("SELECT 1").query(Integer.class).single();
    }
}
