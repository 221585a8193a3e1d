package org.patenbuch.desk;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.i18n.LocaleContextHolder;

/** Languages to tick, by their names: those spoken most in the country, and whatever else was said before. */
final class Languages {
    private static final Set<String> OFTEN = Set.of(
            "am", "ar", "az", "bg", "bs", "cs", "de", "el", "en", "es", "fa", "fr", "hi", "hr", "hu", "hy", "it", "ka",
            "ku", "lt", "lv", "mk", "nl", "pl", "ps", "pt", "ro", "ru", "sk", "so", "sq", "sr", "ta", "th", "ti", "tr",
            "uk", "ur", "vi", "zh");

    private Languages() {}

    static List<Desk.Option> offered(List<String> ticked) {
        Locale page = LocaleContextHolder.getLocale();
        Set<String> codes = new TreeSet<>(OFTEN);
        ticked.stream().filter(code -> code.matches("[a-z]{2}")).forEach(codes::add);
        return codes.stream()
                .map(code -> new Desk.Option(code, Locale.of(code).getDisplayLanguage(page)))
                .sorted(Comparator.comparing(Desk.Option::name, Collator.getInstance(page)))
                .toList();
    }
}
