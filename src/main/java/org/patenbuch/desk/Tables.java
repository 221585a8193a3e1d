package org.patenbuch.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.AmountText;
import org.patenbuch.forms.DayText;
import org.patenbuch.kernel.Who;
import org.patenbuch.print.Press;
import org.patenbuch.print.Stamp;
import org.patenbuch.print.Stamps;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.Workbook;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * A list as a file: the columns and the entries that the page shows, from the first to the last, as one state of the
 * books. For people as a German Excel opens it, as a workbook or on paper; for programs as plain values.
 */
@Component
class Tables {
    private static final int PART = 500;
    private static final String FORMULAS = "=+-@\t\r";

    private final Words words;
    private final Rows rows;
    private final Press press;
    private final Stamps stamps;

    Tables(Words words, Rows rows, Press press, Stamps stamps) {
        this.words = words;
        this.rows = rows;
        this.press = press;
        this.stamps = stamps;
    }

    /** What a file is for. */
    enum Form {
        /** Semicolons, decimal commas, German days and a mark, as a German Excel opens it. */
        CSV("csv", "text/csv;charset=UTF-8"),
        /** Commas, whole cents, ISO days (RFC 4180). */
        MACHINE("csv", "text/csv;charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PDF("pdf", "application/pdf");

        private final String ending;
        private final String type;

        Form(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /** @param filters in force, in words */
    <R> void write(Who who, Listed<R> list, Asked asked, Form form, List<String> filters, HttpServletResponse response)
            throws IOException {
        Page<R> page = list.page().apply(who, asked.most(PART)); // before anything is said: it may be refused
        response.setContentType(form.type);
        name(who.partnership() + "-" + list.name(), who.partnership(), page.position(), form.ending, response);
        var columns = list.columns().stream().filter(Tables::shown).toList();
        try (Lines lines = lines(form, who, list, page, filters, response)) {
            lines.heading(head(columns, form == Form.MACHINE));
            while (true) {
                List<Rows.Row> texts =
                        form == Form.MACHINE ? List.of() : rows.of(who, list, page.items(), asked.at(page.position()));
                for (int n = 0; n < page.items().size(); n++) {
                    R entry = page.items().get(n);
                    lines.row(form == Form.MACHINE ? plain(list, entry) : cells(list, entry, texts.get(n), form));
                }
                if (page.next() == null || lines.full()) break;
                page = list.page()
                        .apply(who, asked.most(PART).at(page.position()).after(page.next()));
            }
        }
    }

    /** By position and by entry: in a CSV no line is free to say it. */
    private void name(String of, String partnership, long position, String ending, HttpServletResponse response) {
        Optional<Stamp> stamp = stamps.of(partnership, position);
        String name = of + "-" + position + stamp.map(Stamp::suffix).orElse("") + "." + ending;
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        stamp.ifPresent(seal -> response.setHeader(Stamp.HEADER, seal.header()));
    }

    private Lines lines(
            Form form, Who who, Listed<?> list, Page<?> page, List<String> filters, HttpServletResponse response)
            throws IOException {
        return switch (form) {
            case CSV -> new Lines.Csv(response.getOutputStream(), ';', true);
            case MACHINE -> new Lines.Csv(response.getOutputStream(), ',', false);
            case XLSX ->
                new Lines.Sheets(new Workbook(
                        response.getOutputStream(),
                        words.say("print.stamp.sheet"),
                        stamps.rows(who.partnership(), page.position(), LocaleContextHolder.getLocale())));
            case PDF ->
                new Lines.Paper(
                        press,
                        words.say("list." + list.name()),
                        who.partnership(),
                        page.position(),
                        page.knownAt(),
                        filters,
                        response.getOutputStream());
        };
    }

    private static boolean shown(Column<?> column) {
        return column.listed() && !column.key().equals("id");
    }

    private List<String> head(List<? extends Column<?>> columns, boolean machine) {
        List<String> names = new ArrayList<>(List.of(machine ? "id" : words.say("field.number")));
        columns.forEach(column -> names.add(machine ? column.key() : words.say("field." + column.key())));
        return names;
    }

    private static <R> List<Object> plain(Listed<R> list, R entry) {
        List<Object> cells = new ArrayList<>(List.of(harmless(list.id().apply(entry))));
        List<@Nullable Object> values = list.values(entry);
        for (int n = 0; n < values.size(); n++) {
            if (shown(list.columns().get(n)))
                cells.add(harmlessIfText(list.columns().get(n), values.get(n)));
        }
        return cells;
    }

    private static String harmlessIfText(Column<?> column, @Nullable Object value) {
        String text = Objects.toString(value, "");
        return column.kind().equals("TEXT") ? harmless(text) : text;
    }

    private static <R> List<@Nullable Object> cells(Listed<R> list, R entry, Rows.Row texts, Form form) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(form == Form.CSV ? harmless(texts.id()) : texts.id());
        List<@Nullable Object> values = list.values(entry);
        for (int n = 0; n < values.size(); n++) {
            Column<?> column = list.columns().get(n);
            if (shown(column))
                cells.add(cell(column, values.get(n), texts.cells().get(n).text(), form));
        }
        return cells;
    }

    private static @Nullable Object cell(Column<?> column, @Nullable Object value, String text, Form form) {
        if (value == null) return form == Form.XLSX ? null : "";
        return switch (form) {
            case XLSX ->
                switch (column.kind()) {
                    case "CENTS" -> new Workbook.Cents((Long) value);
                    case "MINUTES" -> new Workbook.Minutes((Integer) value);
                    case "DAY" -> value;
                    default -> text;
                };
            case CSV ->
                switch (column.kind()) {
                    case "CENTS" -> AmountText.write((Long) value, Locale.GERMAN);
                    case "DAY" -> DayText.write((LocalDate) value, Locale.GERMAN);
                    case "MINUTES" -> value.toString();
                    default -> harmless(text);
                };
            default -> text;
        };
    }

    /** A spreadsheet takes what begins so for a formula and would run it; an apostrophe makes it text. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
