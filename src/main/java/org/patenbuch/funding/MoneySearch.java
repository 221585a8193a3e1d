package org.patenbuch.funding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Searched;
import org.patenbuch.web.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds partners, funds, pledges, contributions and expenses by their words and amounts; a partner finds its own only. */
@Component
class MoneySearch implements Searched {
    private static final String WORDS = "search_words(%s) @@ to_tsquery('simple', :query)";
    private static final String EXPENSE_TEXT = "id || ' ' || payee || ' ' || voucher || ' ' || category";

    private static final String PARTNERS = """
            SELECT 'partners' AS kind, id, name AS title, NULL AS detail, since_day AS day, NULL::bigint AS cents
            FROM funding.partner WHERE partnership = :partnership AND until IS NULL AND %s
            ORDER BY id LIMIT :most""".formatted(WORDS.formatted("id || ' ' || name"));
    private static final String FUNDS = """
            SELECT 'funds', id, name, purpose, NULL::date, NULL::bigint
            FROM funding.fund WHERE partnership = :partnership AND until IS NULL AND %s
            ORDER BY id LIMIT :most""".formatted(WORDS.formatted("id || ' ' || name || ' ' || purpose"));
    private static final String PLEDGES = """
            SELECT 'pledges', p.id, p.id, p.partner_id, p.from_day, t.amount_cents
            FROM funding.pledge p JOIN funding.pledge_terms t
                ON t.partnership = p.partnership AND t.pledge_id = p.id AND t.until IS NULL
            WHERE p.partnership = :partnership AND (:only::text IS NULL OR p.partner_id = :only) AND (%s)
            ORDER BY p.from_day DESC, p.id LIMIT :most""";
    private static final String CONTRIBUTIONS = """
            SELECT 'contributions', id, id, evidence, received_on, amount_cents
            FROM funding.contribution
            WHERE partnership = :partnership AND (:only::text IS NULL OR partner_id = :only) AND (%s)
            LIMIT :most""";
    private static final String EXPENSES = """
            SELECT 'expenses', id, id, payee || ', ' || category, paid_on, amount_cents
            FROM funding.expense WHERE partnership = :partnership AND (%s)
            LIMIT :most""";

    private final JdbcClient jdbc;

    MoneySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean concerns(Who who) {
        return Permissions.mayAsk(who.roles(), Question.MONEY_LISTS);
    }

    @Override
    public List<Hit> find(Who who, Sought sought) {
        String only = Seen.onlyPartner(who, Question.MONEY_LISTS);
        List<String> kinds = new ArrayList<>();
        if (only == null) {
            kinds.add(PARTNERS);
            kinds.add(FUNDS);
        }
        kinds.add(PLEDGES.formatted(condition("p.id", sought)));
        kinds.add(CONTRIBUTIONS.formatted(condition("id || ' ' || evidence", sought)));
        if (only == null) kinds.add(EXPENSES.formatted(condition(EXPENSE_TEXT, sought)));
        return hits(kinds, who.partnership(), only, sought);
    }

    private List<Hit> hits(List<String> kinds, String partnership, @Nullable String only, Sought sought) {
        String pages = only == null ? "/money/" : "/trace/";
        List<Hit> hits = new ArrayList<>();
        for (String kind : kinds) {
            hits.addAll(jdbc.sql(kind)
                    .param("partnership", partnership)
                    .param("query", sought.query())
                    .param("cents", sought.cents().toArray(Long[]::new))
                    .param("only", only)
                    .param("most", MOST)
                    .query((row, n) -> new Hit(
                            row.getString(1),
                            pages + row.getString(1) + "/" + row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, java.time.LocalDate.class),
                            row.getObject(6, Long.class)))
                    .list());
        }
        return hits;
    }

    /** Each by its own index: the words, or the amount where it may be one. */
    private static String condition(String text, Sought sought) {
        String words = WORDS.formatted(text);
        return sought.cents().isEmpty() ? words : words + " OR amount_cents = ANY (:cents::bigint[])";
    }
}
