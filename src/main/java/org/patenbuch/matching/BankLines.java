package org.patenbuch.matching;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patenbuch.funding.FundingView;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.projections.Positions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists bookings of the bank, the open ones with what they most likely are. */
@Component("shownBankLines")
public class BankLines {
    private static final String LINES = """
            SELECT l.*, coalesce(o.status, 'OPEN') AS status, o.entry, o.entry_id, o.reason AS why
            FROM matching.line l LEFT JOIN LATERAL (
                SELECT status, entry, entry_id, reason FROM matching.outcome
                WHERE partnership = l.partnership AND line_id = l.id AND {holds}) o ON true
            WHERE l.partnership = :partnership AND l.since <= :position""";
    private static final String PAGE = """
            SELECT * FROM (%s) x
            WHERE (booked_on, id) > (:day, :id) AND booked_on BETWEEN :from AND :to
                AND (cast(:status AS text) IS NULL OR status = :status)
            ORDER BY booked_on, id LIMIT :limit""".formatted(LINES);
    private static final String ONE = "SELECT * FROM (%s) x WHERE id = :id".formatted(LINES);
    private static final String STATEMENTS = """
            SELECT * FROM matching.statement
            WHERE partnership = :partnership AND since <= :position AND (from_day, id) > (:day, :id)
            ORDER BY from_day, id LIMIT :limit""";
    private static final String BEGINNING = "0001-01-01";

    private final JdbcClient jdbc;
    private final Moments moments;
    private final Positions positions;
    private final PersonalText texts;
    private final Suggestions suggestions;

    BankLines(JdbcClient jdbc, Moments moments, Positions positions, PersonalText texts, Suggestions suggestions) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.positions = positions;
        this.texts = texts;
        this.suggestions = suggestions;
    }

    /** Suggestions are made from what is known now, so they are left out where a question looks back. */
    public Page<BankLine> lines(String partnership, Asked asked) {
        Page<BankLine> page = moments.answer(asked, MatchingView.NAME, partnership, moment -> {
            List<SealedLine> found = ask(PAGE, partnership, moment)
                    .params(after(asked))
                    .param("from", asked.firstDay())
                    .param("to", asked.lastDay())
                    .param("status", asked.status())
                    .query(SealedLine::of)
                    .list();
            return Page.of(opened(found), asked, moment, line -> Cursor.of(line.bookedOn(), line.id()));
        });
        return asked.looksBack()
                ? page
                : new Page<>(suggested(partnership, asked, page.items()), page.next(), page.position(), page.knownAt());
    }

    public Optional<One<BankLine>> line(String partnership, String id, Asked asked) {
        Optional<One<BankLine>> found = moments.answer(asked, MatchingView.NAME, partnership, moment -> {
            List<SealedLine> sealed = ask(ONE, partnership, moment)
                    .param("id", id)
                    .query(SealedLine::of)
                    .list();
            return opened(sealed).stream().findFirst().map(line -> One.of(line, moment));
        });
        return asked.looksBack()
                ? found
                : found.map(one -> new One<>(
                        suggested(partnership, asked, List.of(one.item())).getFirst(), one.position(), one.knownAt()));
    }

    /** They are made of what the view of the money shows, which reads on by itself. */
    private List<BankLine> suggested(String partnership, Asked asked, List<BankLine> found) {
        if (asked.minPosition() != null) {
            positions.await(FundingView.NAME, asked.minPosition());
        }
        return suggestions.add(partnership, found);
    }

    /** To what a booking belongs already, as {@code EXPENSE/A-1}: no other may be said to be the same. */
    public Set<String> taken(String partnership) {
        return suggestions.taken(partnership);
    }

    public Page<BankStatement> statements(String partnership, Asked asked) {
        return moments.answer(asked, MatchingView.NAME, partnership, moment -> {
            List<BankStatement> found = ask(STATEMENTS, partnership, moment)
                    .params(after(asked))
                    .query((row, n) -> new BankStatement(
                            row.getString("id"),
                            row.getString("account"),
                            row.getString("name"),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("to_day", LocalDate.class),
                            row.getObject("opening_cents", Long.class),
                            row.getObject("closing_cents", Long.class),
                            row.getInt("recorded"),
                            row.getInt("known")))
                    .list();
            return Page.of(found, asked, moment, statement -> Cursor.of(statement.from(), statement.id()));
        });
    }

    private List<BankLine> opened(List<SealedLine> lines) {
        PersonalText.Opened open = texts.openAll(lines.stream().flatMap(SealedLine::sealed));
        return lines.stream().map(line -> line.opened(open)).toList();
    }

    private JdbcClient.StatementSpec ask(String sql, String partnership, Moment moment) {
        return jdbc.sql(sql.replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("position", moment.position());
    }

    private static Map<String, Object> after(Asked asked) {
        List<String> start = Cursor.read(asked.after(), BEGINNING, "");
        try {
            return Map.of(
                    "day", LocalDate.parse(start.getFirst()), "id", start.getLast(), "limit", asked.pageSize() + 1);
        } catch (DateTimeParseException notOfThisList) {
            throw Cursor.unknown();
        }
    }
}
