package org.patenbuch.intake;

import java.util.Map;

/**
 * One good row of an import.
 *
 * @param line where it begins in the file, from 1
 * @param fields the text of its cells by the contract's field names, with words for values turned into their codes
 * @param row the same, read and checked
 */
record ImportRow(ImportKind kind, String file, int line, Map<String, String> fields, Row row) {
    /** Never the fields: they may be personal. */
    @Override
    public String toString() {
        return file + ":" + line + " " + row.id();
    }
}
