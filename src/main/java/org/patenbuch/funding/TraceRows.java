package org.patenbuch.funding;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.patenbuch.funding.TraceFacts.Cost;
import org.patenbuch.funding.TraceFacts.Gift;
import org.patenbuch.funding.TraceFacts.Move;
import org.patenbuch.funding.TraceFacts.Paid;
import org.patenbuch.funding.TraceFacts.Promise;
import org.patenbuch.projections.Moment;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows a trace is made of, as they held at one moment in one partnership. */
record TraceRows(JdbcClient jdbc, String partnership, Moment moment) {
    private static final String CONTRIBUTIONS = """
            SELECT id, partner_id, fund_id, kind, amount_cents, received_on, since,
                coalesce(pledge_id, CASE WHEN linked_since <= :position THEN linked_pledge_id END) AS pledge_id,
                CASE WHEN linked_since <= :position THEN linked_since END AS linked,
                CASE WHEN until <= :position THEN until END AS ended
            FROM funding.contribution
            WHERE partnership = :partnership AND since <= :position AND %s
            ORDER BY received_on, id""";
    private static final String KEEPING = """
            (pledge_id = ANY (string_to_array(:ids, ' '))
                OR linked_pledge_id = ANY (string_to_array(:ids, ' ')) AND linked_since <= :position)""";
    private static final String PLEDGES = """
            SELECT p.*, ARRAY(
                SELECT since FROM funding.pledge_terms
                WHERE partnership = :partnership AND pledge_id = p.id AND since <= :position
                UNION SELECT until FROM funding.pledge
                WHERE partnership = :partnership AND id = p.id AND until <= :position ORDER BY 1) AS events
            FROM (%s) p WHERE id = ANY (string_to_array(:ids, ' ')) ORDER BY from_day, id""".formatted(Pledged.SQL);
    private static final String EXPENSES = """
            SELECT id, fund_id, category, amount_cents, paid_on, since,
                CASE WHEN until <= :position THEN until END AS ended
            FROM funding.expense
            WHERE partnership = :partnership AND since <= :position AND id = ANY (string_to_array(:ids, ' '))
            ORDER BY paid_on, id""";
    private static final String PARTS = """
            SELECT expense_id, contribution_id, fund_id, via, amount_cents FROM funding.expense_part
            WHERE partnership = :partnership AND since <= :position AND %s = ANY (string_to_array(:ids, ' '))
                AND (:ended OR until IS NULL OR until > :position)
            ORDER BY paid_on, expense_id, place""";
    private static final String MOVES = """
            SELECT p.transfer_id, p.contribution_id, p.fund_id, p.via, p.to_fund_id, p.amount_cents, p.on_day, p.since,
                (SELECT i.since FROM funding.transfer i WHERE i.partnership = p.partnership
                    AND i.id = p.transfer_id AND i.fund_id = p.to_fund_id AND i.since <= :position) AS arrived
            FROM funding.transfer_part p
            WHERE p.partnership = :partnership AND p.since <= :position
                AND p.contribution_id = ANY (string_to_array(:ids, ' '))
            ORDER BY p.since, p.place""";

    List<Gift> gifts(Collection<String> ids) {
        return ask(CONTRIBUTIONS.formatted("id = ANY (string_to_array(:ids, ' '))"), ids, TraceRows::gift);
    }

    List<Gift> giftsOfPledge(String id) {
        return ask(CONTRIBUTIONS.formatted(KEEPING), List.of(id), TraceRows::gift);
    }

    List<Promise> promises(Collection<String> ids) {
        return ask(PLEDGES.replace("{holds}", moment.holds()), ids, TraceRows::promise);
    }

    List<Cost> costs(Collection<String> ids) {
        return ask(EXPENSES, ids, TraceRows::cost);
    }

    List<Paid> paidBy(Collection<String> contributionIds) {
        return ask(PARTS.formatted("contribution_id"), contributionIds, TraceRows::paid);
    }

    /** What paid an expense, or once it is reversed had paid it. */
    List<Paid> paid(Cost cost) {
        return spec(PARTS.formatted("expense_id"), List.of(cost.id()))
                .param("ended", cost.ended() != null)
                .query(TraceRows::paid)
                .list();
    }

    List<Move> moves(Collection<String> contributionIds) {
        return ask(MOVES, contributionIds, TraceRows::move);
    }

    private <T> List<T> ask(String sql, Collection<String> ids, RowMapper<T> row) {
        return ids.isEmpty() ? List.of() : spec(sql, ids).query(row).list();
    }

    /** Ids have no blanks. */
    private JdbcClient.StatementSpec spec(String sql, Collection<String> ids) {
        return jdbc.sql(sql)
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("ended", false)
                .param("ids", String.join(" ", ids));
    }

    private static Gift gift(ResultSet row, int n) throws SQLException {
        return new Gift(
                row.getString("id"),
                row.getString("partner_id"),
                row.getString("fund_id"),
                row.getString("pledge_id"),
                row.getString("kind").equals("MONEY"),
                row.getLong("amount_cents"),
                row.getObject("received_on", LocalDate.class),
                row.getLong("since"),
                row.getObject("linked", Long.class),
                row.getObject("ended", Long.class));
    }

    private static Promise promise(ResultSet row, int n) throws SQLException {
        Array events = row.getArray("events");
        return new Promise(
                row.getString("id"),
                row.getString("partner_id"),
                row.getString("fund_id"),
                row.getLong("amount_cents"),
                row.getLong("outstanding_cents"),
                row.getBoolean("withdrawn"),
                row.getObject("from_day", LocalDate.class),
                List.of((Long[]) events.getArray()));
    }

    private static Cost cost(ResultSet row, int n) throws SQLException {
        return new Cost(
                row.getString("id"),
                row.getString("fund_id"),
                row.getString("category"),
                row.getLong("amount_cents"),
                row.getObject("paid_on", LocalDate.class),
                row.getLong("since"),
                row.getObject("ended", Long.class));
    }

    private static Paid paid(ResultSet row, int n) throws SQLException {
        return new Paid(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
    }

    private static Move move(ResultSet row, int n) throws SQLException {
        return new Move(
                row.getString("transfer_id"),
                row.getString("contribution_id"),
                row.getString("fund_id"),
                row.getString("via"),
                row.getString("to_fund_id"),
                row.getLong("amount_cents"),
                row.getObject("on_day", LocalDate.class),
                TraceFacts.positions(row.getLong("since"), row.getObject("arrived", Long.class)));
    }
}
