package org.patenbuch.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field as the page shows it.
 *
 * @param path its name in what is sent; also the id in the page
 * @param type {@code text long date choice suggests box boxes}
 * @param mode the keyboard a phone should show: {@code decimal}, {@code numeric}, else null
 * @param value what was typed
 * @param choices of a choice or of boxes
 * @param wrong what is wrong with it, as sentences
 */
record Input(
        String path,
        String label,
        String type,
        @Nullable String mode,
        String value,
        List<Choice> choices,
        boolean required,
        @Nullable String hint,
        int most,
        List<String> wrong) {
    /** A text for which choices are suggested while someone types. */
    static final String SUGGESTS = "suggests";

    /** One value to choose. */
    record Choice(String value, String name, boolean chosen) {}

    /**
     * Inputs that belong together.
     *
     * @param path its name in what is sent; also the id in the page
     * @param legend null for a single input
     * @param rows the same inputs several times, where several such groups can be entered
     */
    record Group(String path, @Nullable String legend, List<String> wrong, List<List<Input>> rows) {}

    /** The ids of what describes it, for screen readers; null if nothing does. */
    public @Nullable String describedBy() {
        String hints = (hint == null ? "" : path + "-hint ") + (wrong.isEmpty() ? "" : path + "-wrong");
        return hints.isBlank() ? null : hints.strip();
    }
}
