package org.patenbuch.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.CsvRows;
import org.patenbuch.forms.Unreadable;

/**
 * One table of an import, to be read as often as needed.
 *
 * @param mapping what its headings mean where somebody has said so; null where they speak for themselves
 */
record ImportFile(ImportKind kind, Sheet sheet, @Nullable ColumnMapping mapping) {
    /** @throws Unreadable when it is no text */
    static ImportFile inspect(ImportKind kind, String name, Sheet.Opener opener, @Nullable ColumnMapping mapping)
            throws IOException {
        return new ImportFile(kind, Sheet.inspect(name, opener, row -> Heading.known(kind, row)), mapping);
    }

    String name() {
        return sheet.name();
    }

    CsvRows rows() {
        return sheet.rows();
    }
}
