package org.patenbuch.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patenbuch.forms.AmountText;
import org.patenbuch.forms.Reading;

/**
 * What someone looks for, however umlauts, ß, accents and amounts are typed.
 *
 * @param text as typed
 * @param words in small letters a to z and digits; each must begin a word of what is found
 * @param cents the amounts it may mean: {@code 1.250} is both 1,250 euro and 1.25
 */
public record Sought(String text, List<String> words, List<Long> cents) {
    private static final int MOST_WORDS = 8;

    public static Sought of(String typed) {
        List<String> words = Arrays.stream(plain(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return new Sought(typed, words, cents(typed));
    }

    /** In small letters a to z and digits, words parted by one space; the same as {@code search_words} in the database. */
    public static String plain(String text) {
        String spelled = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ł", "l");
        return bare(spelled);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static List<Long> cents(String typed) {
        return switch (AmountText.read(typed)) {
            case Reading.Understood<Long> one -> List.of(one.value());
            case Reading.Misread<Long> several ->
                several.code().equals("form.amount-ambiguous")
                        ? several.arguments().stream().map(Long.class::cast).toList()
                        : List.of();
        };
    }

    public boolean empty() {
        return words.isEmpty();
    }

    /** For PostgreSQL's {@code to_tsquery('simple', …)}. */
    public String query() {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    /** Whether each word begins a word of these texts, with umlauts spelled out or left away. */
    public boolean within(String... texts) {
        String all = String.join(" ", texts);
        String asSpelled = plain(all);
        String asBare = bare(all.toLowerCase(Locale.ROOT).replace("ß", "ss"));
        List<String> there = Stream.of((asSpelled + " " + asBare).split(" ")).toList();
        return words.stream().allMatch(word -> there.stream().anyMatch(one -> one.startsWith(word)));
    }
}
