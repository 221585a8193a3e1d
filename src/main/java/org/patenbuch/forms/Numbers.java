package org.patenbuch.forms;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whole numbers; {@code 5.0} and {@code 5e0} are not, and none is cut to fit. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9]\\d*)");
    private static final int MAX_DIGITS = 18;

    private Numbers() {}

    static Reading<Long> cents(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return Reading.misread("form.not-whole-cents");
        }
        if (node.canConvertToLong() && node.longValue() < 0) {
            return Reading.misread("form.amount-negative");
        }
        return node.canConvertToLong() && node.longValue() <= AmountText.MAX_CENTS
                ? Reading.of(node.longValue())
                : Reading.misread("form.amount-too-large", AmountText.MAX_CENTS);
    }

    static Reading<?> whole(JsonNode node, Part part) {
        if (!node.isIntegralNumber()) {
            return Reading.misread("form.not-a-whole-number");
        }
        return node.canConvertToLong() ? fitting(node.longValue(), part) : Reading.misread("form.out-of-range");
    }

    static Reading<?> whole(String typed, Part part) {
        String text = PlainText.trim(typed);
        if (!WHOLE.matcher(text).matches()) {
            return Reading.misread("form.not-a-whole-number");
        }
        return text.length() <= MAX_DIGITS ? fitting(Long.parseLong(text), part) : Reading.misread("form.out-of-range");
    }

    private static Reading<?> fitting(long number, Part part) {
        if (!part.narrow()) {
            return Reading.of(number);
        }
        return number == (int) number ? Reading.of((int) number) : Reading.misread("form.out-of-range");
    }
}
