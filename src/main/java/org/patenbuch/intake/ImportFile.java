package org.patenbuch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.patenbuch.forms.CsvRows;
import org.patenbuch.forms.Encoding;
import org.patenbuch.forms.Unreadable;

/** One table of an import, to be read as often as needed; which characters and delimiter it uses is known. */
record ImportFile(ImportKind kind, String name, Opener opener, Charset charset, char delimiter) {
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');
    private static final int MARK = 0xFEFF;

    interface Opener {
        InputStream open() throws IOException;
    }

    /** @throws Unreadable when it is no text */
    static ImportFile inspect(ImportKind kind, String name, Opener opener) throws IOException {
        Charset charset;
        try (InputStream in = opener.open()) {
            charset = Encoding.of(in, name);
        }
        char best = DELIMITERS.getFirst();
        long most = 0;
        for (char delimiter : DELIMITERS) {
            try (var rows = new CsvRows(reader(opener, charset), delimiter)) {
                long known = rows.hasNext() ? Heading.known(kind, rows.next()) : 0;
                best = known > most ? delimiter : best;
                most = Math.max(known, most);
            }
        }
        return new ImportFile(kind, name, opener, charset, best);
    }

    CsvRows rows() {
        try {
            return new CsvRows(reader(opener, charset), delimiter);
        } catch (IOException e) {
            throw new Unreadable(e, "import.cannot-read", name);
        }
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
