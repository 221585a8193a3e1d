package org.patenbuch.funding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one kind of thing is listed: in the order of its day, then of its id, page by page, each as quick as the first.
 *
 * @param sql rows with an {@code id} and a {@code day}; {@code {holds}} stands for the moment's condition
 * @param filters by the name a question gives them, the condition each puts
 */
record Listing<T>(String sql, Map<String, String> filters, RowMapper<T> row, Function<T, String> cursor) {
    private static final String BEGINNING = "0001-01-01";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What a page and a single thing are asked with.
     *
     * @param onlyPartner whose alone may be seen; null for all
     * @param onlyCents over which amount; null for any
     * @param payees the marks of those whose name has what is searched for in it
     */
    record Question(
            JdbcClient jdbc,
            String partnership,
            @Nullable String onlyPartner,
            @Nullable Long onlyCents,
            Moment moment,
            String[] payees) {
        JdbcClient.StatementSpec ask(String sql, List<String> conditions, String order) {
            if (onlyPartner != null) {
                conditions.add("partner_id = :onlyPartner");
            }
            if (onlyCents != null) {
                conditions.add("amount_cents = :onlyCents");
            }
            String asked = "SELECT * FROM (%s) x WHERE %s %s".formatted(sql, String.join(" AND ", conditions), order);
            return jdbc.sql(asked.replace("{holds}", moment.holds()))
                    .param("partnership", partnership)
                    .param("position", moment.position())
                    .param("onlyPartner", onlyPartner)
                    .param("onlyCents", onlyCents)
                    .param("payees", payees);
        }
    }

    Page<T> page(Question question, Asked asked) {
        List<String> start = Cursor.read(asked.after(), BEGINNING, "");
        List<String> conditions = new ArrayList<>(List.of("(day, id) > (:afterDay, :afterId)"));
        Map<String, Object> given = given(asked);
        filters.forEach((name, condition) -> {
            if (given.get(name) != null) {
                conditions.add(condition);
            }
        });
        List<T> found = question.ask(sql, conditions, "ORDER BY day, id LIMIT :limit")
                .param("afterDay", day(start.getFirst()))
                .param("afterId", start.getLast())
                .param("limit", asked.pageSize() + 1)
                .params(given)
                .query(row)
                .list();
        return Page.of(found, asked, question.moment(), cursor);
    }

    Optional<T> one(Question question, String id) {
        return question.ask(sql, new ArrayList<>(List.of("id = :id")), "")
                .param("id", id)
                .query(row)
                .optional();
    }

    /** Those of them that there are. */
    List<T> several(Question question, Collection<String> ids) {
        return question.ask(sql, new ArrayList<>(List.of("id IN (:ids)")), "")
                .param("ids", ids)
                .query(row)
                .list();
    }

    private static Map<String, Object> given(Asked asked) {
        Map<String, Object> given = new HashMap<>();
        given.put("from", asked.from());
        given.put("to", asked.to());
        given.put("partnerId", asked.partnerId());
        given.put("fundId", asked.fundId());
        given.put("status", asked.status());
        given.put("q", asked.q());
        return given;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOfThisList) {
            throw Cursor.unknown();
        }
    }

    static <I> List<I> list(String json, Class<I> item) {
        return JSON.readerForListOf(item).readValue(json);
    }
}
