package org.patenbuch.forms;

import java.util.List;

/**
 * One field of a form record, as a page has to offer it.
 *
 * @param kind as {@code TEXT NAME CENTS MINUTES NUMBER YES_NO DAY CHOICE}, and {@code GROUP} for fields below one name
 * @param many several values of that kind, or several such groups
 * @param maxCharacters of a text
 * @param choices of a CHOICE
 * @param parts of a GROUP
 */
public record Field(
        String name,
        String kind,
        boolean many,
        boolean optional,
        int maxCharacters,
        List<String> choices,
        List<Field> parts) {
    private static final int ONE_LINE = 200;

    /** The fields of a form, in their order. */
    public static List<Field> of(Class<? extends Record> form) {
        return Shape.of(form).parts().stream().map(Field::of).toList();
    }

    private static Field of(Part part) {
        return switch (part.reads()) {
            case LIST -> of(part, part.item(), true);
            default -> of(part, part, false);
        };
    }

    private static Field of(Part part, Part value, boolean many) {
        boolean group = value.reads() == Part.Reads.RECORD;
        return new Field(
                part.name(),
                group ? "GROUP" : value.reads().name(),
                many,
                part.optional(),
                value.maxCharacters(),
                value.reads() == Part.Reads.CHOICE ? value.choices() : List.of(),
                group ? Shape.of(value.type()).parts().stream().map(Field::of).toList() : List.of());
    }

    /** Whether what is typed may be more than a line. */
    public boolean isLong() {
        return kind.equals("TEXT") && (many || maxCharacters > ONE_LINE);
    }
}
