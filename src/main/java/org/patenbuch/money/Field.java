package org.patenbuch.money;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, for the page that shows it.
 *
 * @param options what can be chosen; empty where something is typed
 */
record Field(String name, Kind kind, boolean optional, List<Option> options) {
    static final int MOST_CHOICES = 500;

    enum Kind {
        TEXT,
        REASON,
        DAY,
        AMOUNT,
        NUMBER,
        CHOICE,
        /** Of more than a list to choose from may hold: some letters are typed, and what fits is offered. */
        SUGGESTED,
        MANY,
        INSTALMENTS
    }

    /** @param key of the label in the message files; null where {@code label} is one */
    record Option(
            String value, @Nullable String label, @Nullable String key) {
        static Option word(String value) {
            return new Option(value, null, "journal.value." + value);
        }
    }

    /** What has to be entered first, as its address calls it, because there is nothing to choose from; null mostly. */
    public @Nullable String first() {
        if (!options.isEmpty()) return null;
        return switch (name) {
            case "partnerId" -> MoneyEntry.PARTNER.path();
            case "fundId" -> MoneyEntry.FUND.path();
            default -> null;
        };
    }

    /** What was chosen; null where it is none of what is offered. */
    public @Nullable Option chosen(String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .orElse(null);
    }

    /** Every field a form asks for, in its order, but its name. */
    static List<Field> of(Class<? extends Record> form, Choices choices) {
        return Arrays.stream(form.getRecordComponents())
                .filter(part -> !part.getName().equals("id") && !part.getName().equals("expenseId"))
                .map(part -> of(part, choices))
                .toList();
    }

    private static Field of(RecordComponent part, Choices choices) {
        String name = part.getName();
        boolean optional = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        List<Option> options = options(part, choices);
        Kind kind = kind(part, name);
        return new Field(name, options.isEmpty() || kind == Kind.MANY ? kind : among(options), optional, options);
    }

    static Kind among(List<Option> options) {
        return options.size() > MOST_CHOICES ? Kind.SUGGESTED : Kind.CHOICE;
    }

    private static Kind kind(RecordComponent part, String name) {
        Class<?> type = part.getType();
        if (type == List.class) return name.equals("instalments") ? Kind.INSTALMENTS : Kind.MANY;
        if (type == LocalDate.class) return Kind.DAY;
        if (type == long.class) return name.endsWith("Cents") ? Kind.AMOUNT : Kind.NUMBER;
        if (type == int.class) return Kind.NUMBER;
        return name.equals("reason") ? Kind.REASON : Kind.TEXT;
    }

    private static List<Option> options(RecordComponent part, Choices choices) {
        if (part.getType().isEnum()) return words(part.getType());
        if (part.getType() == boolean.class) return List.of(Option.word("true"), Option.word("false"));
        return switch (part.getName()) {
            case "partnerId", "funder" -> choices.partners();
            case "fundId", "toFundId" -> choices.funds();
            case "pledgeId" -> choices.pledges();
            case "roles" -> words(org.patenbuch.partner.PartnerEvent.PartnerRole.class);
            default -> List.of();
        };
    }

    private static List<Option> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Option.word(((Enum<?>) constant).name()))
                .toList();
    }
}
