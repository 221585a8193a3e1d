package org.patenbuch.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.AmountText;
import org.patenbuch.forms.DayText;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.springframework.stereotype.Component;

/**
 * A list as a file of comma-separated values. For people: semicolons, decimal commas, German days and a mark, as a German
 * Excel opens it. For programs: commas, whole cents, ISO days (RFC 4180).
 */
@Component
class Tables {
    private static final int PART = 500;
    private static final String FORMULAS = "=+-@\t\r";

    private final Words words;

    Tables(Words words) {
        this.words = words;
    }

    <R> void write(Who who, Listed<R> list, Asked asked, boolean machine, HttpServletResponse response)
            throws IOException {
        Page<R> page = list.page().apply(who, asked.most(PART)); // before anything is said: it may be refused
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s-%d.csv\"".formatted(who.partnership(), list.name(), page.position()));
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        if (!machine) out.write('\ufeff');
        line(out, machine, head(list, machine));
        while (true) {
            for (R entry : page.items()) {
                line(out, machine, cells(list, entry, machine));
            }
            if (page.next() == null) break;
            page = list.page().apply(who, asked.most(PART).at(page.position()).after(page.next()));
        }
        out.flush();
    }

    private Stream<String> head(Listed<?> list, boolean machine) {
        Stream<String> names = list.columns().stream()
                .map(Column::key)
                .filter(key -> !key.equals("id"))
                .map(key -> machine ? key : words.say("field." + key));
        return Stream.concat(Stream.of(machine ? "id" : words.say("field.number")), names);
    }

    private <R> Stream<String> cells(Listed<R> list, R entry, boolean machine) {
        List<@Nullable Object> values = list.values(entry);
        Stream<String> cells = Stream.iterate(0, n -> n < values.size(), n -> n + 1)
                .filter(n -> !list.columns().get(n).key().equals("id"))
                .map(n -> cell(list.columns().get(n).kind(), values.get(n), machine));
        return Stream.concat(Stream.of(harmless(list.id().apply(entry))), cells);
    }

    private String cell(String kind, @Nullable Object value, boolean machine) {
        if (value == null) return "";
        if (machine) return kind.equals("TEXT") ? harmless(value.toString()) : value.toString();
        return switch (kind) {
            case "CENTS" -> AmountText.write((Long) value, Locale.GERMAN);
            case "DAY" -> DayText.write((LocalDate) value, Locale.GERMAN);
            case "MINUTES" -> value.toString();
            case "TEXT", "LINK" -> harmless(value.toString());
            default -> words.value(kind, value);
        };
    }

    /** A spreadsheet takes what begins so for a formula and would run it; an apostrophe makes it text. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void line(Writer out, boolean machine, Stream<String> cells) throws IOException {
        out.write(cells.map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(machine ? "," : ";")));
        out.write("\r\n");
    }
}
