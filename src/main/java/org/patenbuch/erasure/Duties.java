package org.patenbuch.erasure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.privacy.PersonalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows from the journal for the data of a person: since when it is no longer needed, and which duties to keep
 * it stand, as of the deciding transaction.
 */
@Component
public class Duties {
    private static final String SPONSOR_GONE =
            "SELECT joined_on, left_on FROM sponsor_standing WHERE partnership = ? AND sponsor_id = ?";
    private static final String HOUSEHOLD_GONE =
            "SELECT opened_on, closed_on FROM household_standing WHERE partnership = ? AND household_id = ?";
    // The streams are named one by one: an index finds them whatever order the database sorts texts in
    private static final String LAST_MONTH = """
            SELECT max(right(stream, 7)), max(right(stream, 7)) FILTER (WHERE type = 'TimesheetApproved') FROM event
            WHERE partnership = ? AND stream = ANY (?) AND (seq = 0 OR type = 'TimesheetApproved')""";
    private static final String SPONSORSHIPS = """
            SELECT sponsorship_id FROM sponsorship_standing
            WHERE partnership = ? AND CASE ? WHEN 'SPONSOR' THEN sponsor_id ELSE household_id END = ? ORDER BY 1""";

    /** @param gone the first day away, or the last day accompanied; null while still there */
    public record Stay(LocalDate from, @Nullable LocalDate gone) {}

    private final JdbcClient jdbc;
    private final PersonalText texts;

    public Duties(JdbcClient jdbc, PersonalText texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Empty if there is no such person. */
    public Optional<Stay> stay(Person person) {
        return jdbc.sql(person.kind() == PersonKind.SPONSOR ? SPONSOR_GONE : HOUSEHOLD_GONE)
                .params(person.partnership(), person.id())
                .query((row, n) -> new Stay(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .optional();
    }

    /** The duties that follow from what is recorded, whether they still stand or not. */
    List<Hold> holds(Person person, LocalDate today) {
        Optional<Stay> stay = stay(person);
        if (person.kind() != PersonKind.SPONSOR || stay.isEmpty()) {
            return List.of(); // of a household no voucher bears the name
        }
        String[] sheets = sheets(person.id(), stay.get().from(), today).toArray(String[]::new);
        List<Hold> holds = new ArrayList<>();
        jdbc.sql(LAST_MONTH)
                .param(person.partnership())
                .param(sheets)
                .query((row, n) -> {
                    Optional.ofNullable(row.getString(2))
                            .map(YearMonth::parse)
                            .map(Hold::vouchers)
                            .ifPresent(holds::add);
                    Optional.ofNullable(row.getString(1))
                            .map(YearMonth::parse)
                            .map(Hold::grants)
                            .ifPresent(holds::add);
                    return holds;
                })
                .list();
        return holds;
    }

    /** Every subject whose key seals something about this person, also what concerns both sides of a sponsorship. */
    List<String> keys(Person person) {
        Stream<String> own = person.kind().keyKinds().stream()
                .flatMap(kind -> texts.subjectsOf(person.partnership(), kind, person.id()).stream());
        Stream<String> shared = sponsorships(person).stream()
                .flatMap(id -> texts.subjectsOf(person.partnership(), "sponsorship", id).stream());
        return Stream.concat(own, shared)
                .map(subject -> subject.substring(person.partnership().length() + 1))
                .toList();
    }

    /** Every stream of the journal that says something about this person; sheets that are not there among them. */
    public List<String> streams(Person person, LocalDate today) {
        LocalDate from = stay(person).map(Stay::from).orElse(today);
        Stream<String> own = Stream.of(person.kind().entry() + "/" + person.id(), "person/" + person.file());
        Stream<String> shared = sponsorships(person).stream().map(id -> "sponsorship/" + id);
        Stream<String> hours = person.kind() == PersonKind.SPONSOR
                ? Stream.of(person.id())
                : jdbc
                        .sql("SELECT DISTINCT sponsor_id FROM sponsorship_standing"
                                + " WHERE partnership = ? AND household_id = ?")
                        .params(person.partnership(), person.id())
                        .query(String.class)
                        .list()
                        .stream();
        return Stream.of(own, shared, hours.flatMap(sponsor -> sheets(sponsor, from, today)))
                .flatMap(streams -> streams)
                .toList();
    }

    private static Stream<String> sheets(String sponsor, LocalDate from, LocalDate today) {
        return months(from, today).map(month -> "timesheet/" + sponsor + "." + month);
    }

    private List<String> sponsorships(Person person) {
        return jdbc.sql(SPONSORSHIPS)
                .params(person.partnership(), person.kind().name(), person.id())
                .query(String.class)
                .list();
    }

    /** From before the first day, since hours of the days before may have been told later. */
    private static Stream<YearMonth> months(LocalDate from, LocalDate today) {
        YearMonth last = YearMonth.from(today.isBefore(from) ? from : today);
        return Stream.iterate(
                YearMonth.from(from).minusYears(1), month -> !month.isAfter(last), month -> month.plusMonths(1));
    }
}
