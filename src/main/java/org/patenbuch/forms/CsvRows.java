package org.patenbuch.forms;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, one at a time (RFC 4180; also {@code ;} and tab, {@code \n} and {@code \r} as line ends). Blank
 * rows are left out. A quote inside a cell that does not begin with one is a quote like any other.
 */
public final class CsvRows implements Iterator<CsvRow>, Closeable {
    /** Longer cells are no text of ours but a quote that was never closed. */
    private static final int MAX_CELL = 10_000;

    private static final int MAX_CELLS = 500;
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder text = new StringBuilder();
    private int filled;
    private int at;
    private int line = 1;
    private int last;
    private @Nullable String problem;
    private @Nullable CsvRow next;

    public CsvRows(Reader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    @Override
    public boolean hasNext() {
        while (next == null && peek() != END) {
            CsvRow row = row();
            next = row.blank() ? null : row;
        }
        return next != null;
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRow row = next;
        next = null;
        return row;
    }

    private CsvRow row() {
        int begun = line;
        problem = null;
        List<String> cells = new ArrayList<>();
        do {
            String cell = cell();
            if (cells.size() < MAX_CELLS) {
                cells.add(cell);
            }
        } while (last == delimiter);
        return new CsvRow(begun, cells, problem);
    }

    /** Leaves in {@link #last} what ended the cell: the delimiter, a line end or the end of the file. */
    private String cell() {
        text.setLength(0);
        last = read();
        if (last == '"') {
            quoted();
            last = read();
            if (last != delimiter && last != '\n' && last != END && problem == null) {
                problem = "import.text-after-quote";
            }
        }
        while (last != delimiter && last != '\n' && last != END) {
            append(last);
            last = read();
        }
        return text.toString();
    }

    /** Up to the closing quote; two quotes are one. */
    private void quoted() {
        while (text.length() < MAX_CELL) {
            int c = read();
            if (c == END) {
                break;
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                read();
            }
            append(c);
        }
        problem = "import.quote-not-closed";
    }

    private void append(int c) {
        if (text.length() < MAX_CELL) {
            text.append((char) c);
        } else if (problem == null) {
            problem = "import.cell-too-long";
        }
    }

    /** The next character, every kind of line end as {@code \n}. */
    private int read() {
        int c = peek();
        if (c == END) {
            return END;
        }
        at++;
        if (c == '\r') {
            if (peek() == '\n') {
                at++;
            }
            c = '\n';
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int peek() {
        if (at == filled) {
            try {
                filled = in.read(buffer);
                at = 0;
            } catch (IOException e) {
                throw new Unreadable(e, "import.cannot-read");
            }
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[at];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
