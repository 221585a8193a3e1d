package org.patenbuch.projections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The moment a question names: an instant, or a day, which is what was known when it ended here. */
final class KnownAt {
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");
    /** Within what every part can hold; the ledger knew nothing before 1970. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private KnownAt() {}

    /** @return null where the text names no moment */
    static @Nullable Instant read(String text) {
        Instant instant = parsed(text);
        return instant != null && instant.isBefore(LAST) && instant.isAfter(Instant.EPOCH) ? instant : null;
    }

    private static @Nullable Instant parsed(String text) {
        try {
            return text.indexOf('T') > 0 ? Instant.parse(text) : endOf(LocalDate.parse(text));
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(HERE).toInstant().minusNanos(1_000);
    }
}
