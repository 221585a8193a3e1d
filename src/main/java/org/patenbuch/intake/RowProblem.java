package org.patenbuch.intake;

import java.util.List;
import java.util.Locale;
import org.patenbuch.forms.Sentences;
import org.patenbuch.kernel.Rejected;

/**
 * One thing wrong with what is to be imported.
 *
 * @param file as it is called in the folder or ZIP
 * @param line where the row begins in the file, from 1; 0 when the whole file is meant
 * @param column as headed in the file; empty when the whole row is meant
 * @param value as written in the file, shortened; may be personal, so show it only to who sent the file
 * @param code stands in the message files
 * @param arguments as in {@link org.patenbuch.forms.FieldProblem}
 */
public record RowProblem(String file, int line, String column, String value, String code, List<Object> arguments) {
    private static final int SHOWN = 80;

    public RowProblem {
        String printable = value.replaceAll("\\p{Cntrl}", "�");
        value = printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable;
        arguments = List.copyOf(arguments);
    }

    static RowProblem ofFile(String file, String code, Object... arguments) {
        return new RowProblem(file, 0, "", "", code, List.of(arguments));
    }

    /** A row that a rule of the ledger refuses. */
    static RowProblem refused(ImportRow row, Rejected rejected) {
        return new RowProblem(row.file(), row.line(), "", "", "rejected." + rejected.code(), rejected.arguments());
    }

    static RowProblem ofRow(String file, int line, String code, Object... arguments) {
        return new RowProblem(file, line, "", "", code, List.of(arguments));
    }

    /** Where it is and what is wrong, as one sentence for people. */
    public String sentence(Sentences sentences, Locale language) {
        String where = line == 0 ? "import.in-file" : column.isEmpty() ? "import.in-row" : "import.in-cell";
        String what = sentences.of(code, arguments, language);
        return sentences.of(where, List.of(file, line, column, value, what), language);
    }

    /** Never the value: it may be personal. */
    @Override
    public String toString() {
        return file + ":" + line + " " + column + " " + code;
    }
}
