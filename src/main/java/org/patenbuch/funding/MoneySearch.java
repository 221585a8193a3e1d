package org.patenbuch.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.web.Searched;
import org.patenbuch.web.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds partners, funds, pledges, contributions and expenses by their words and amounts; a partner finds its own only. */
@Component
class MoneySearch implements Searched {
    private static final String WORDS = "search_words(%s) @@ CAST(:query AS tsquery)";

    /**
     * Words of a big table, together with the partnership they stand in and, if {@code :only} is given, the partner:
     * one index tells all three. A partnership beside it as a column would be read from end to end by its own index.
     */
    private static final String WORDS_HERE =
            "(array_to_tsvector(ARRAY[%s]) || search_words(%s)) @@ CAST(:here AS tsquery)";

    private static final String AMOUNT = "amount_cents = ANY (CAST(:cents AS bigint[])) AND partnership = :partnership";

    private static final String PARTNERS = """
            SELECT 'partners' AS kind, id, name AS title, NULL AS detail, since_day AS day, NULL::bigint AS cents
            FROM funding.partner WHERE partnership = :partnership AND until IS NULL AND %s
            ORDER BY id LIMIT {most}""".formatted(WORDS.formatted("id || ' ' || name"));
    private static final String FUNDS = """
            SELECT 'funds', id, name, purpose, NULL::date, NULL::bigint
            FROM funding.fund WHERE partnership = :partnership AND until IS NULL AND %s
            ORDER BY id LIMIT {most}""".formatted(WORDS.formatted("id || ' ' || name || ' ' || purpose"));
    private static final String PLEDGES = """
            SELECT 'pledges', p.id, p.id, p.partner_id, p.from_day, t.amount_cents
            FROM funding.pledge p JOIN funding.pledge_terms t
                ON t.partnership = p.partnership AND t.pledge_id = p.id AND t.until IS NULL
            WHERE p.partnership = :partnership AND (CAST(:only AS text) IS NULL OR p.partner_id = :only)
                AND (%s OR amount_cents = ANY (CAST(:cents AS bigint[])))
            ORDER BY p.from_day DESC, p.id LIMIT {most}""".formatted(WORDS.formatted("p.id"));
    private static final String CONTRIBUTION = """
            SELECT 'contributions', id, id, evidence, received_on, amount_cents
            FROM {contribution} WHERE %s LIMIT {most}""";
    private static final String EXPENSE = """
            SELECT 'expenses', id, id, category, paid_on, amount_cents, payee
            FROM {expense} WHERE %s LIMIT {most}""";
    private static final String CONTRIBUTION_TEXT = "id || ' ' || evidence";
    /** The payee is sealed, so its mark stands among the words; see {@link #withPayees}. */
    private static final String EXPENSE_WORDS = WORDS_HERE.formatted(
            "'=' || partnership, '~' || coalesce(payee_mark, '')", "id || ' ' || voucher || ' ' || category");

    /** A word that is everywhere is among the newest, and its million places need not be gathered from the index. */
    private static final String NEWEST = """
            (SELECT * FROM funding.%s WHERE partnership = :partnership ORDER BY %s DESC, id DESC LIMIT 200) newest""";

    /** The amounts, the newest, and whatever else the index of words knows: asked until there is enough. */
    static final List<String> CONTRIBUTIONS = List.of(
            CONTRIBUTION
                    .formatted(AMOUNT + " AND (CAST(:only AS text) IS NULL OR partner_id = :only)")
                    .replace("{contribution}", "funding.contribution"),
            CONTRIBUTION
                    .formatted(WORDS.formatted(CONTRIBUTION_TEXT))
                    .replace("{contribution}", NEWEST.formatted("contribution", "received_on")),
            CONTRIBUTION
                    .formatted(WORDS_HERE.formatted(
                            "'=' || partnership, '=' || partnership || '=' || partner_id", CONTRIBUTION_TEXT))
                    .replace("{contribution}", "funding.contribution"));

    static final List<String> EXPENSES = List.of(
            EXPENSE.formatted(AMOUNT).replace("{expense}", "funding.expense"),
            EXPENSE.formatted(EXPENSE_WORDS).replace("{expense}", NEWEST.formatted("expense", "paid_on")),
            EXPENSE.formatted(EXPENSE_WORDS).replace("{expense}", "funding.expense"));

    /** So many payees a word of the search may mean; who sees more narrows it. */
    private static final int MOST_PAYEES = 200;

    private final JdbcClient jdbc;
    private final Payees payees;

    private record Expense(Hit hit, @Nullable String payee) {}

    MoneySearch(JdbcClient jdbc, Payees payees) {
        this.jdbc = jdbc;
        this.payees = payees;
    }

    @Override
    public boolean concerns(Who who) {
        return Permissions.mayAsk(who.roles(), Question.MONEY_LISTS);
    }

    @Override
    public List<Hit> find(Who who, Sought sought) {
        String only = Seen.onlyPartner(who, Question.MONEY_LISTS);
        List<Hit> hits = new ArrayList<>();
        if (only == null) {
            hits.addAll(hits(List.of(PARTNERS), who, only, sought));
            hits.addAll(hits(List.of(FUNDS), who, only, sought));
        }
        hits.addAll(hits(List.of(PLEDGES), who, only, sought));
        hits.addAll(hits(CONTRIBUTIONS, who, only, sought));
        if (only == null) hits.addAll(expenses(who, sought));
        return hits;
    }

    /** Of one kind, by several questions; what is found twice is shown once. */
    private List<Hit> hits(List<String> questions, Who who, @Nullable String only, Sought sought) {
        String pages = only == null ? "/money/" : "/trace/";
        return asked(questions, only, sought)
                .flatMap(question ->
                        ask(question, who.partnership(), only, sought)
                                .query((row, n) -> hit(row, pages))
                                .list()
                                .stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> asked(List<String> questions, @Nullable String only, Sought sought) {
        return questions.stream()
                .filter(question ->
                        !question.contains(AMOUNT) || !sought.cents().isEmpty())
                .filter(question -> !question.contains("newest") || only == null);
    }

    private static Hit hit(ResultSet row, String pages) throws SQLException {
        return new Hit(
                row.getString(1),
                pages + row.getString(1) + "/" + row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, Long.class));
    }

    /** The same for expenses, whose payees are opened only once it is known which are shown. */
    private List<Hit> expenses(Who who, Sought sought) {
        String query = withPayees(sought, payees.of(who.partnership()));
        List<Expense> found = asked(EXPENSES, null, sought)
                .flatMap(question -> ask(question, who.partnership(), null, sought, query)
                        .query((row, n) -> new Expense(hit(row, "/money/"), row.getString(7)))
                        .list()
                        .stream())
                .distinct()
                .limit(MOST)
                .toList();
        PersonalText.Opened opened = payees.open(found.stream().map(Expense::payee));
        return found.stream()
                .map(one -> {
                    String payee = opened.text(one.payee());
                    Hit hit = one.hit();
                    String detail = payee == null ? hit.detail() : payee + ", " + hit.detail();
                    return new Hit(hit.kind(), hit.path(), hit.title(), detail, hit.day(), hit.cents());
                })
                .toList();
    }

    /** What is searched for, each word or any payee who has a word that begins with it. */
    private static String withPayees(Sought sought, List<Payees.Payee> all) {
        return sought.words().stream()
                .map(word -> {
                    Sought alone = new Sought(word, List.of(word), List.of());
                    Stream<String> marks = Arrays.stream(Payees.marks(all, alone::within))
                            .limit(MOST_PAYEES)
                            .map("'~%s'"::formatted);
                    return Stream.concat(Stream.of(word + ":*"), marks).collect(Collectors.joining(" | ", "(", ")"));
                })
                .collect(Collectors.joining(" & "));
    }

    JdbcClient.StatementSpec ask(String question, String partnership, @Nullable String only, Sought sought) {
        return ask(question, partnership, only, sought, sought.query());
    }

    private JdbcClient.StatementSpec ask(
            String question, String partnership, @Nullable String only, Sought sought, String query) {
        String where = only == null ? "=" + partnership : "=" + partnership + "=" + only;
        return jdbc.sql(question.replace("{most}", Integer.toString(MOST)))
                .param("partnership", partnership)
                .param("query", query)
                .param("here", "'" + where.replace("'", "''") + "' & " + query)
                .param("cents", sought.cents().toArray(Long[]::new))
                .param("only", only);
    }
}
