package org.patenbuch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.patenbuch.forms.CsvRow;
import org.patenbuch.forms.CsvRows;
import org.patenbuch.forms.Encoding;
import org.patenbuch.forms.Unreadable;

/** A table as it lies in its file, whatever it is about: which characters and delimiter it uses is known. */
record Sheet(String name, Opener opener, Charset charset, char delimiter) {
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');
    private static final int MARK = 0xFEFF;
    private static final int SAMPLES = 3;
    private static final int ROWS_LOOKED_AT = 50;

    interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * @param known how many headings of a first row are known: most of them by the right delimiter; where none is, the
     *     one that makes most columns
     * @throws Unreadable when it is no text
     */
    static Sheet inspect(String name, Opener opener, ToLongFunction<CsvRow> known) throws IOException {
        Charset charset;
        try (InputStream in = opener.open()) {
            charset = Encoding.of(in, name);
        }
        char best = DELIMITERS.getFirst();
        long most = 1;
        for (char delimiter : DELIMITERS) {
            try (var rows = new CsvRows(reader(opener, charset), delimiter)) {
                CsvRow first = rows.hasNext() ? rows.next() : new CsvRow(1, List.of(), null);
                long fit =
                        known.applyAsLong(first) * 1_000 + Heading.words(first).size();
                best = fit > most ? delimiter : best;
                most = Math.max(fit, most);
            }
        }
        return new Sheet(name, opener, charset, best);
    }

    CsvRows rows() {
        try {
            return new CsvRows(reader(opener, charset), delimiter);
        } catch (IOException e) {
            throw new Unreadable(e, "import.cannot-read", name);
        }
    }

    /** What its first row says; nothing for an empty file. */
    List<String> headings() throws IOException {
        try (CsvRows rows = rows()) {
            return rows.hasNext() ? Heading.words(rows.next()) : List.of();
        }
    }

    /** By column, a few different cells, if there are any in its first rows. */
    List<List<String>> samples() throws IOException {
        List<List<String>> all = new ArrayList<>();
        headings().forEach(heading -> all.add(new ArrayList<>()));
        try (CsvRows rows = rows()) {
            for (int n = 0; n <= ROWS_LOOKED_AT && rows.hasNext(); n++) {
                List<String> cells = rows.next().cells();
                for (int i = 0; n > 0 && i < Math.min(cells.size(), all.size()); i++) {
                    String cell = cells.get(i).strip();
                    if (all.get(i).size() < SAMPLES
                            && !cell.isEmpty()
                            && !all.get(i).contains(cell)) {
                        all.get(i).add(cell);
                    }
                }
            }
        }
        return all;
    }

    private static Reader reader(Opener opener, Charset charset) throws IOException {
        var reader = new PushbackReader(new InputStreamReader(opener.open(), charset), 1);
        int first = reader.read();
        if (first >= 0 && first != MARK) {
            reader.unread(first);
        }
        return reader;
    }
}
