package org.patenbuch.intake;

import java.io.PrintStream;
import java.util.function.UnaryOperator;

/** Progress on a terminal: one line, rewritten as the work goes on; to a file, a line each tenth. */
final class ProgressLine implements ImportProgress {
    private final PrintStream out;
    private final UnaryOperator<String> words;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private String shown = "";

    ProgressLine(PrintStream out, UnaryOperator<String> words) {
        this.out = out;
        this.words = words;
    }

    @Override
    public void checked(long rows, long of) {
        show("import.checking", rows, of);
    }

    @Override
    public void written(long rows, long of) {
        show("import.writing", rows, of);
    }

    private void show(String key, long rows, long of) {
        long percent = of == 0 ? 100 : rows * 100 / of;
        String line = words.apply(key) + " " + (terminal ? percent : percent / 10 * 10) + " %";
        if (!line.equals(shown)) {
            shown = line;
            out.print(terminal ? "\r" + line : line + System.lineSeparator());
            out.flush();
        }
    }

    void end() {
        if (terminal && !shown.isEmpty()) {
            out.println();
        }
    }
}
