package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.eventstore.Journal;
import org.patenbuch.household.HouseholdCommand.CloseHousehold;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.Rule;
import org.patenbuch.projections.Asked;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsor.SponsorCommand.PauseSponsor;
import org.patenbuch.sponsor.SponsorCommand.ReturnSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was once answered is answered the same for ever, and the same by a view made anew from the journal. */
class HistoryTest extends PeopleTest {
    private static final YearMonth MAY = YearMonth.of(2013, 5);
    private static final List<String> TABLES =
            List.of("sponsor", "household", "sponsorship", "hours", "month_sum", "certificate_rule");

    @Autowired
    private EngagementView view;

    @Autowired
    private EngagementLists lists;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Map<Long, List<Object>> answered = new LinkedHashMap<>();

    @BeforeEach
    void every_kind_of_event_and_after_each_the_answers_of_the_day() {
        activeSponsor("V-1", "Anna Ahorn");
        household("H-1");
        keep(assigned("M-1", "V-1", "H-1").position());
        keep(visit("S-1", "V-1", "M-1", on(5, 3), 90).position());
        keep(log("S-2", "V-1", null, on(6, 1), 30, Activity.TRAVEL, text("sponsor", "V-1", "by bus"))
                .position());
        keep(visit("S-3", "V-1", "M-1", on(5, 31), 60).position());
        sent(new ReturnHours(partnership, "R-1", "V-1", MAY, "S-1", text("sponsor", "V-1", "which day?")));
        sent(new CorrectHours(
                partnership, "C-1", "V-1", MAY, "S-1", 45, on(5, 9), null, text("sponsor", "V-1", "a slip")));
        sent(new ApproveTimesheet(partnership, "A-1", "V-1", MAY, null, null));
        sent(new RevokeApproval(partnership, "RV-1", "V-1", MAY, null, text("sponsor", "V-1", "too early")));
        sent(new ApproveTimesheet(partnership, "A-2", "V-1", MAY, List.of("S-3"), null));
        sent(new WithdrawHours(partnership, "W-1", "V-1", MAY, "S-1", text("sponsor", "V-1", "twice")));
        sent(new SetRule(partnership, "RU-1", Rule.CERTIFICATE_VALID_MONTHS, 600, JOINED, null));
        sent(new EndSponsorship(partnership, "E-1", "M-1", on(7, 1), Outcome.MOVED, null));
        sent(new PauseSponsor(partnership, "PA-1", "V-1", on(7, 1), null));
        sent(new ReturnSponsor(partnership, "RE-1", "V-1", on(7, 2)));
        sent(new DepartSponsor(partnership, "D-1", "V-1", on(7, 3), null));
        sent(new CloseHousehold(partnership, "HC-1", "H-1", on(7, 3), null));
    }

    private void sent(Command command) {
        keep(send(command).position());
    }

    private void keep(long position) {
        answered.put(position, answers(position, null, null));
    }

    /** Everything the view can be asked, with periods that begin and end within months. */
    private List<Object> answers(@Nullable Long minPosition, @Nullable Long atPosition, @Nullable Instant knownAt) {
        List<Object> answers = new ArrayList<>();
        for (Asked asked : List.of(
                asked(minPosition, atPosition, knownAt),
                asked(minPosition, atPosition, knownAt).during(on(5, 4), on(6, 30)),
                asked(minPosition, atPosition, knownAt).during(on(5, 10), on(5, 31)))) {
            answers.add(view.answer(partnership, asked));
            answers.add(lists.sponsors(partnership, Sight.EVERYTHING, asked));
            answers.add(lists.households(partnership, Sight.EVERYTHING, asked));
            answers.add(lists.sponsorships(partnership, Sight.EVERYTHING, asked));
            answers.add(lists.hours(partnership, Sight.EVERYTHING, asked));
        }
        return answers;
    }

    private static Asked asked(@Nullable Long minPosition, @Nullable Long atPosition, @Nullable Instant knownAt) {
        String instant = knownAt == null ? null : knownAt.toString();
        return new Asked(null, null, atPosition, instant, minPosition, null, null, null, null, null, null, null, null);
    }

    @Test
    void every_position_is_answered_as_it_was_answered_then() {
        assertThat(answered).hasSize(16);
        assertThat(answered.values()).doesNotHaveDuplicates();
        answered.forEach(
                (position, answers) -> assertThat(answers(null, position, null)).isEqualTo(answers));
    }

    @Test
    void an_instant_is_answered_with_what_was_recorded_by_then() {
        List<Long> positions = List.copyOf(answered.keySet());
        for (int i = 0; i < positions.size(); i++) {
            Instant recorded = recordedAt(positions.get(i));
            boolean last = i == positions.size() - 1;
            if (last || recordedAt(positions.get(i + 1)).isAfter(recorded)) {
                Engagement answer = view.answer(partnership, asked(null, null, recorded));
                Engagement then = (Engagement) answered.get(positions.get(i)).getFirst();
                assertThat(answer.totals()).isEqualTo(then.totals());
                assertThat(answer.knownAt()).isEqualTo(recorded);
            }
        }
    }

    private Instant recordedAt(long position) {
        return jdbc.sql("SELECT recorded_at FROM event WHERE position = ?")
                .param(position)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void a_view_made_anew_has_the_same_rows_however_the_batches_fall() {
        Map<String, String> live = rows();
        for (int batch : List.of(1, 3, 500)) {
            makeAnew(batch);
            assertThat(rows()).as("batches of " + batch).isEqualTo(live);
        }
    }

    private void makeAnew(int batchSize) {
        List<Entry> entries = entries();
        transaction.executeWithoutResult(begun -> {
            TABLES.forEach(table -> jdbc.sql("DELETE FROM engagement." + table + " WHERE partnership = ?")
                    .param(partnership)
                    .update());
            for (int first = 0; first < entries.size(); first += batchSize) {
                view.hear(entries.subList(first, Math.min(first + batchSize, entries.size())));
            }
        });
    }

    /** This partnership's part of the journal. */
    private List<Entry> entries() {
        long founded = jdbc.sql("SELECT min(position) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
        List<Entry> entries = new ArrayList<>();
        for (List<Entry> some = journal.after(founded, 500);
                !some.isEmpty();
                some = journal.after(some.getLast().position(), 500)) {
            some.stream()
                    .filter(entry -> entry.partnership().equals(partnership))
                    .forEach(entries::add);
        }
        return entries;
    }

    /** A sum of nothing says nothing, so it may be there or not. */
    private Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            String some = table.equals("month_sum") ? " AND (entries <> 0 OR minutes <> 0)" : "";
            rows.put(
                    table,
                    jdbc.sql("SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM engagement." + table
                                    + " t WHERE partnership = ?" + some)
                            .param(partnership)
                            .query(String.class)
                            .single());
        }
        return rows;
    }
}
