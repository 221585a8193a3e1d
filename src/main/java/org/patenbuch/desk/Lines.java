package org.patenbuch.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.print.Press;
import org.patenbuch.print.Sheet;
import org.patenbuch.web.Workbook;
import org.springframework.context.i18n.LocaleContextHolder;

/** Where the lines of a table go, one after the other; closing ends the file. */
interface Lines extends AutoCloseable {
    void heading(List<String> names) throws IOException;

    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Whether no more is taken in. */
    default boolean full() {
        return false;
    }

    @Override
    void close() throws IOException;

    /** Comma-separated values; with a mark (BOM) Excel knows them for UTF-8. */
    final class Csv implements Lines {
        private final Writer out;
        private final char separator;

        Csv(OutputStream to, char separator, boolean mark) throws IOException {
            this.out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            this.separator = separator;
            if (mark) out.write('\ufeff');
        }

        @Override
        public void heading(List<String> names) throws IOException {
            row(names);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            out.write(cells.stream()
                    .map(cell -> '"' + String.valueOf(cell).replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(String.valueOf(separator))));
            out.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    /** A workbook. */
    record Sheets(Workbook book) implements Lines {
        @Override
        public void heading(List<String> names) throws IOException {
            book.heading(names);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            book.row(cells);
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }

    /** Paper, up to what someone may still read; it says so where there was more. */
    final class Paper implements Lines {
        private static final int MOST = 1_000;

        private final Press press;
        private final String title;
        private final String partnership;
        private final long position;
        private final Instant knownAt;
        private final List<String> filters;
        private final OutputStream to;
        private final List<String> heading = new ArrayList<>();
        private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        private boolean more;

        Paper(
                Press press,
                String title,
                String partnership,
                long position,
                Instant knownAt,
                List<String> filters,
                OutputStream to) {
            this.press = press;
            this.title = title;
            this.partnership = partnership;
            this.position = position;
            this.knownAt = knownAt;
            this.filters = filters;
            this.to = to;
        }

        @Override
        public void heading(List<String> names) {
            heading.addAll(names);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) {
            if (rows.size() < MOST) {
                rows.add(cells);
            } else {
                more = true;
            }
        }

        @Override
        public boolean full() {
            return more;
        }

        @Override
        public void close() throws IOException {
            Map<String, Object> shown =
                    Map.of("heading", heading, "rows", rows, "filters", filters, "more", more, "most", MOST);
            to.write(press.print(new Sheet(
                    "desk/list-print",
                    title,
                    partnership,
                    position,
                    knownAt,
                    LocaleContextHolder.getLocale(),
                    shown,
                    List.of())));
        }
    }
}
