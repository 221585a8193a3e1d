package org.patenbuch.matching;

import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.matching.Suggestion.Confidence;
import org.patenbuch.matching.Suggestion.Kind;
import org.patenbuch.matching.Suggestion.Reason;

/** Holds one booking against what it may be. */
final class Guess {
    private static final int MOST = 5;
    /** A shorter name stands in any text by chance. */
    private static final int NAME_LETTERS = 4;

    private static final int WORD_LETTERS = 5;

    private final BankLine line;
    private final String text;
    private final String otherName;
    private final @Nullable String partnerOfIban;

    /** @param partnerOfIban for whom the same account has paid before; null if it is not known */
    Guess(BankLine line, @Nullable String partnerOfIban) {
        this.line = line;
        this.text = plain(line.purpose()) + " " + plain(line.endToEnd());
        this.otherName = plain(line.otherName());
        this.partnerOfIban = partnerOfIban;
    }

    /** Best first; what is entered already goes before what would be entered anew. */
    List<Suggestion> among(List<Candidate> candidates) {
        List<Suggestion> likely = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Set<Reason> reasons = reasons(candidate);
            Confidence confidence = confidence(reasons);
            if (confidence != null) {
                likely.add(suggestion(candidate, confidence, reasons));
            }
        }
        likely.sort(Comparator.comparing(Suggestion::confidence)
                .thenComparing(suggestion -> suggestion.kind() == Kind.PLEDGE)
                .thenComparing(suggestion -> -suggestion.reasons().size())
                .thenComparing(Suggestion::id));
        return onlyOneCertain(likely).stream().limit(MOST).toList();
    }

    /** Where two are equally certain none is; and an entry of the ledger is never entered a second time unasked. */
    private static List<Suggestion> onlyOneCertain(List<Suggestion> likely) {
        long certain = likely.stream()
                .filter(suggestion -> suggestion.confidence() == Confidence.CERTAIN)
                .count();
        boolean entered = likely.stream()
                .anyMatch(suggestion ->
                        suggestion.kind() != Kind.PLEDGE && suggestion.reasons().contains(Reason.AMOUNT));
        return likely.stream()
                .map(suggestion -> suggestion.confidence() == Confidence.CERTAIN
                                && (certain > 1 || entered && suggestion.kind() == Kind.PLEDGE)
                        ? lessCertain(suggestion)
                        : suggestion)
                .toList();
    }

    private static Suggestion lessCertain(Suggestion suggestion) {
        return new Suggestion(
                suggestion.kind(),
                suggestion.id(),
                suggestion.partnerId(),
                suggestion.fundId(),
                Confidence.LIKELY,
                suggestion.reasons());
    }

    private static Suggestion suggestion(Candidate candidate, Confidence confidence, Set<Reason> reasons) {
        return new Suggestion(
                candidate.kind(), candidate.id(), candidate.partnerId(), candidate.fundId(), confidence, reasons);
    }

    private Set<Reason> reasons(Candidate candidate) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (candidate.names().stream().anyMatch(this::named)) reasons.add(Reason.REFERENCE);
        if (partnerOfIban != null && partnerOfIban.equals(candidate.partnerId())) reasons.add(Reason.IBAN);
        if (sameName(candidate.otherName())) reasons.add(Reason.NAME);
        if (candidate.amounts().contains(line.amountCents())) reasons.add(Reason.AMOUNT);
        if (Math.abs(ChronoUnit.DAYS.between(candidate.day(), line.bookedOn())) <= candidate.days()) {
            reasons.add(Reason.DATE);
        }
        return reasons;
    }

    private static @Nullable Confidence confidence(Set<Reason> reasons) {
        boolean who = reasons.contains(Reason.REFERENCE) || reasons.contains(Reason.IBAN);
        boolean amount = reasons.contains(Reason.AMOUNT);
        if (who && amount) return Confidence.CERTAIN;
        if (who || reasons.contains(Reason.NAME) && (amount || reasons.contains(Reason.DATE))) return Confidence.LIKELY;
        return amount && reasons.contains(Reason.DATE) || reasons.contains(Reason.NAME) ? Confidence.POSSIBLE : null;
    }

    private boolean named(String name) {
        String plain = plain(name);
        return plain.length() >= NAME_LETTERS && text.contains(plain);
    }

    /** One in the other, or all the longer words of the shorter one. */
    private boolean sameName(String name) {
        String plain = plain(name);
        if (plain.length() < NAME_LETTERS || otherName.length() < NAME_LETTERS) {
            return false;
        }
        return otherName.contains(plain) || plain.contains(otherName) || sharedWords(name, line.otherName());
    }

    private static boolean sharedWords(String one, @Nullable String other) {
        List<String> words = longWords(one);
        List<String> others = longWords(other);
        return !words.isEmpty() && !others.isEmpty() && (others.containsAll(words) || words.containsAll(others));
    }

    private static List<String> longWords(@Nullable String name) {
        return Arrays.stream((name == null ? "" : name).split("[^\\p{L}]+"))
                .map(Guess::plain)
                .filter(word -> word.length() >= WORD_LETTERS)
                .toList();
    }

    /** Letters and digits only, umlauts as banks write them. */
    static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String spelled = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z0-9]", "");
    }
}
