package org.patenbuch.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.CsvRows;
import org.patenbuch.forms.Unreadable;

/**
 * Every row of tables found good, one at a time, by dependency and then in the order of the file; never all in memory.
 * A table that has changed since it was checked ends this with {@link Unreadable}.
 */
final class ImportRows implements Iterator<ImportRow>, Closeable {
    private final Iterator<ImportFile> tables;
    private final ImportPass pass;
    private @Nullable ImportFile table;
    private @Nullable CsvRows rows;
    private @Nullable Heading heading;

    ImportRows(ImportFiles files, ImportPass pass) {
        this.tables = files.tables().iterator();
        this.pass = pass;
    }

    @Override
    public boolean hasNext() {
        try {
            while ((rows == null || !rows.hasNext()) && tables.hasNext()) {
                close();
                table = tables.next();
                rows = table.rows();
                heading = rows.hasNext() ? new Heading(table, rows.next()) : null;
            }
            return rows != null && rows.hasNext();
        } catch (IOException e) {
            throw new Unreadable(e, "import.cannot-read", table == null ? "" : table.name());
        }
    }

    @Override
    public ImportRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ImportRow row = pass.read(table, heading, rows.next()).row();
        if (row == null) {
            throw new Unreadable("import.changed", table.name());
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }
}
