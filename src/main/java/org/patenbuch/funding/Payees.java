package org.patenbuch.funding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.projections.TextFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens who was paid, and finds it: names are sealed, so each is opened and looked at, once however often it was paid. A
 * partnership pays hundreds, not millions. What has been erased is found by nobody.
 */
@Component
class Payees {
    private static final String ALL = "SELECT mark, payee FROM funding.payee WHERE partnership = ?";

    /** @param mark by which its expenses and proposals are found */
    record Payee(String mark, String name) {}

    private record Sealed(String mark, String text) {}

    private final JdbcClient jdbc;
    private final PersonalText texts;

    Payees(JdbcClient jdbc, PersonalText texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    List<Payee> of(String partnership) {
        List<Sealed> all = jdbc.sql(ALL)
                .param(partnership)
                .query((row, n) -> new Sealed(row.getString(1), row.getString(2)))
                .list();
        PersonalText.Opened opened = texts.openAll(all.stream().map(Sealed::text));
        return all.stream()
                .map(one -> new Payee(one.mark(), Objects.toString(opened.text(one.text()), "")))
                .filter(one -> !one.name().isEmpty())
                .toList();
    }

    static String[] marks(List<Payee> payees, Predicate<String> wanted) {
        return payees.stream()
                .filter(one -> wanted.test(one.name()))
                .map(Payee::mark)
                .toArray(String[]::new);
    }

    /** The condition that the payee or one of the columns has the text {@code q} in it, in whatever case. */
    static String searching(String... columns) {
        return "(payee_mark = ANY (:payees) OR " + TextFilter.in(columns) + ")";
    }

    PersonalText.Opened open(Stream<@Nullable String> sealed) {
        return texts.openAll(sealed);
    }

    <T> Page<T> opened(Page<T> page, Function<T, @Nullable String> sealed, BiFunction<T, @Nullable String, T> with) {
        return new Page<>(opened(page.items(), sealed, with), page.next(), page.position(), page.knownAt());
    }

    <T> Optional<One<T>> opened(
            Optional<One<T>> found, Function<T, @Nullable String> sealed, BiFunction<T, @Nullable String, T> with) {
        return found.map(one ->
                new One<>(opened(List.of(one.item()), sealed, with).getFirst(), one.position(), one.knownAt()));
    }

    private <T> List<T> opened(
            List<T> rows, Function<T, @Nullable String> sealed, BiFunction<T, @Nullable String, T> with) {
        PersonalText.Opened open = texts.openAll(rows.stream().map(sealed));
        return rows.stream()
                .map(row -> with.apply(row, open.text(sealed.apply(row))))
                .toList();
    }
}
