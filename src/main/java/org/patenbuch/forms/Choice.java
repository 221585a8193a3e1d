package org.patenbuch.forms;

/** One of a few values, by its exact code; the refusal lists them. */
final class Choice {
    private Choice() {}

    static Reading<Object> read(String code, Part part) {
        for (Object choice : part.type().getEnumConstants()) {
            if (((Enum<?>) choice).name().equals(code)) {
                return Reading.of(choice);
            }
        }
        return Reading.misread("form.unknown-value", part.choices());
    }
}
