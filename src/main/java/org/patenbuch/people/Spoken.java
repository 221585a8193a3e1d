package org.patenbuch.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;

/** Languages by their names, in the language of the page. */
final class Spoken {
    private Spoken() {}

    /** @param codes two letters each (ISO 639-1) */
    static String names(List<String> codes) {
        Locale page = LocaleContextHolder.getLocale();
        return codes.stream()
                .map(code -> Locale.of(code).getDisplayLanguage(page))
                .collect(Collectors.joining(", "));
    }
}
