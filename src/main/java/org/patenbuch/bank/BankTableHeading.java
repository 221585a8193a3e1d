package org.patenbuch.bank;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.CsvRow;

/** Which column of a bank's table holds what, by its headings. */
final class BankTableHeading {
    enum Part {
        ACCOUNT("auftragskonto", "ibanauftragskonto"),
        BOOKED_ON("buchungstag", "buchungsdatum"),
        VALUE_ON("valutadatum", "wertstellung", "valuta"),
        NAME("beguenstigterzahlungspflichtiger", "namezahlungsbeteiligter", "auftraggeberempfaenger"),
        PAYER("zahlungspflichtiger"),
        PAYEE("zahlungsempfaengerin", "zahlungsempfaenger"),
        OTHER_IBAN("kontonummeriban", "ibanzahlungsbeteiligter", "iban"),
        AMOUNT("betrag", "betrageur", "umsatz"),
        CURRENCY("waehrung"),
        PURPOSE("verwendungszweck"),
        BALANCE("saldonachbuchung"),
        END_TO_END("kundenreferenzendtoend", "kundenreferenz", "endtoendreferenz"),
        STATE("info", "status");

        private final List<String> names;

        Part(String... names) {
            this.names = List.of(names);
        }
    }

    private final Map<Part, Integer> columns;

    private BankTableHeading(Map<Part, Integer> columns) {
        this.columns = columns;
    }

    /** @return empty if the row is no heading */
    static Optional<BankTableHeading> of(CsvRow row) {
        Map<Part, Integer> columns = new EnumMap<>(Part.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String name = plain(row.cells().get(i));
            for (Part part : Part.values()) {
                if (part.names.contains(name)) {
                    columns.putIfAbsent(part, i);
                }
            }
        }
        return columns.containsKey(Part.BOOKED_ON) && columns.containsKey(Part.AMOUNT)
                ? Optional.of(new BankTableHeading(columns))
                : Optional.empty();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ü", "ue")
                .replace("ö", "oe")
                .replace("€", "eur")
                .replace("*r", "r")
                .replaceAll("[^a-z]", "");
    }

    @Nullable
    String cell(CsvRow row, Part part) {
        Integer column = columns.get(part);
        String cell = column == null || column >= row.cells().size()
                ? ""
                : row.cells()
                        .get(column)
                        .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
                        .strip();
        return cell.isEmpty() ? null : cell;
    }

    /** Who paid what came in, who was paid what went out. */
    @Nullable
    String otherSide(CsvRow row, long cents) {
        String name = cell(row, Part.NAME);
        return name == null ? cell(row, cents < 0 ? Part.PAYEE : Part.PAYER) : name;
    }

    /** What is only announced ("Umsatz vorgemerkt") is no booking, nor is a line of totals without a day. */
    boolean isBooked(CsvRow row) {
        String state = cell(row, Part.STATE);
        return cell(row, Part.BOOKED_ON) != null
                && (state == null || !state.toLowerCase(Locale.ROOT).contains("vorgemerkt"));
    }
}
