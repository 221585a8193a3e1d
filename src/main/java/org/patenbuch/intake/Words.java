package org.patenbuch.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words people write for the values of one column, in German or English or as the contract's code. */
final class Words {
    static final Words PARTNER_KIND = of(
            "COMPANY: Unternehmen, Firma, Betrieb",
            "COOPERATIVE: Genossenschaft, Co-operative",
            "PUBLIC_BODY: Behörde, Öffentliche Stelle",
            "ASSOCIATION: Verein, Verband",
            "FOUNDATION: Stiftung");
    static final Words PARTNER_ROLE = of(
            "FUNDER: Geldgeber",
            "IN_KIND_GIVER: Sachgeber",
            "GRANT_GIVER: Zuwendungsgeber",
            "REFERRER: Vermittler",
            "EXPERT: Fachpartner");
    static final Words CONTRIBUTION_KIND =
            of("MONEY: Geld", "IN_KIND: Sache, Sachleistung", "STAFF_TIME: Personal, Personalgestellung");
    static final Words NATURE = of("GIFT: Spende", "GRANT: Zuwendung", "FEE: Werbeentgelt", "OWN_FUNDS: Eigenmittel");
    static final Words SPONSOR_KIND = of(
            "FAMILY: Familienpate, Familienpatin, Family sponsor", "SOCIAL: Sozialpate, Sozialpatin, Social sponsor");
    static final Words OUTCOME = of(
            "GOAL_REACHED: Ziel erreicht",
            "MOVED: Verzogen, Umgezogen, Weggezogen, Umzug",
            "ENDED_BY_HOUSEHOLD: Vom Haushalt beendet, Haushalt beendet",
            "ENDED_BY_SPONSOR: Vom Paten beendet, Von der Patin beendet, Pate beendet, Patin beendet",
            "HANDED_TO_PROFESSIONALS: An Fachkräfte übergeben, An Fachdienst übergeben");
    static final Words ACTIVITY = of(
            "VISIT: Besuch",
            "ACCOMPANIMENT: Begleitung",
            "TRAVEL: Weg, Fahrt",
            "TRAINING: Schulung",
            "MEETING: Besprechung");

    private final Map<String, String> codes;
    private final List<String> allowed;

    private Words(Map<String, String> codes, List<String> allowed) {
        this.codes = codes;
        this.allowed = allowed;
    }

    private static Words of(String... lines) {
        var codes = new LinkedHashMap<String, String>();
        var allowed = new ArrayList<String>();
        for (String line : lines) {
            String code = line.substring(0, line.indexOf(':'));
            String[] words = line.substring(line.indexOf(':') + 2).split(", ");
            codes.put(code, code);
            codes.put(plain(code), code);
            for (String word : words) {
                codes.put(word, code);
                codes.put(plain(word), code);
            }
            allowed.add(words[0] + " (" + code + ")");
        }
        return new Words(codes, List.copyOf(allowed));
    }

    /** The code for a cell; several words in one cell become several codes. What is no word of ours stays as it is. */
    String code(String cell) {
        String exact = codes.get(cell);
        String one = exact == null ? codes.get(plain(cell)) : exact;
        if (one != null || cell.indexOf(',') < 0 && cell.indexOf(';') < 0) {
            return one == null ? cell : one;
        }
        return List.of(cell.split("[,;]")).stream().map(this::code).collect(Collectors.joining(","));
    }

    List<String> allowed() {
        return allowed;
    }

    /** How words are compared: without case, spaces, hyphens and underscores. */
    static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0_-]+", "");
    }
}
