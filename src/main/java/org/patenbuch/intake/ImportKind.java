package org.patenbuch.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of files an import knows, each after those it refers to: the order in which rows go in. */
public enum ImportKind {
    PARTNERS(
            "partner.csv",
            "partners.csv",
            Row.Partner.class,
            Column.of("id", "Kennung"),
            Column.of("name", "Name"),
            Column.of("kind", "Art").of(Words.PARTNER_KIND),
            Column.of("roles", "Rollen", "Rolle", "role").of(Words.PARTNER_ROLE),
            Column.of("since", "Seit")),
    FUNDS(
            "toepfe.csv",
            "funds.csv",
            Row.Fund.class,
            Column.of("id", "Kennung"),
            Column.of("name", "Name"),
            Column.of("purpose", "Zweck"),
            Column.of("restricted", "Zweckgebunden")),
    PLEDGES(
            "zusagen.csv",
            "pledges.csv",
            Row.Pledge.class,
            Column.of("id", "Kennung"),
            Column.of("partnerId", "Partner").to(PARTNERS),
            Column.of("fundId", "Topf").to(FUNDS),
            Column.of("amountCents", "Betrag"),
            Column.of("from", "Von"),
            Column.of("to", "Bis", "until")),
    CONTRIBUTIONS(
            "beitraege.csv",
            "contributions.csv",
            Row.Contribution.class,
            Column.of("id", "Kennung"),
            Column.of("partnerId", "Partner").to(PARTNERS),
            Column.of("fundId", "Topf").to(FUNDS),
            Column.of("pledgeId", "Zusage").to(PLEDGES),
            Column.of("kind", "Art").of(Words.CONTRIBUTION_KIND),
            Column.of("nature", "Mittelart").of(Words.NATURE),
            Column.of("amountCents", "Betrag"),
            Column.of("receivedOn", "Eingang"),
            Column.of("evidence", "Nachweis"),
            Column.of("valuationBasis", "Bewertungsgrundlage")),
    EXPENSES(
            "ausgaben.csv",
            "expenses.csv",
            Row.Expense.class,
            Column.of("id", "Kennung"),
            Column.of("fundId", "Topf").to(FUNDS),
            Column.of("category", "Art", "kind"),
            Column.of("amountCents", "Betrag"),
            Column.of("paidOn", "Bezahlt"),
            Column.of("payee", "Empfänger"),
            Column.of("voucher", "Beleg")),
    SPONSORS(
            "paten.csv",
            "sponsors.csv",
            Row.Sponsor.class,
            Column.of("id", "Kennung"),
            Column.of("name", "Name"),
            Column.of("kind", "Art").of(Words.SPONSOR_KIND),
            Column.of("joinedOn", "Beginn", "start", "from"),
            Column.of("trainedOn", "Schulung abgeschlossen", "training completed", "training completed on", "training"),
            Column.of("certificateSeenOn", "Führungszeugnis eingesehen", "certificate")),
    HOUSEHOLDS(
            "haushalte.csv",
            "households.csv",
            Row.Household.class,
            Column.of("id", "Kennung"),
            Column.of("name", "Name"),
            Column.of("district", "Quartier"),
            Column.of("need", "Bedarf"),
            Column.of("referredBy", "Vermittelt durch").to(PARTNERS),
            Column.of("openedOn", "Aufgenommen"),
            Column.of("consentGivenOn", "Einwilligung am", "consent"),
            Column.of("consentScope", "Einwilligung für")),
    SPONSORSHIPS(
            "patenschaften.csv",
            "sponsorships.csv",
            Row.Sponsorship.class,
            Column.of("id", "Kennung"),
            Column.of("sponsorId", "Pate", "Patin").to(SPONSORS),
            Column.of("householdId", "Haushalt").to(HOUSEHOLDS),
            Column.of("from", "Beginn", "start"),
            Column.of("scope", "Umfang"),
            Column.of("endedOn", "Ende", "end", "to", "until"),
            Column.of("outcome", "Abschlussgrund", "reason").of(Words.OUTCOME),
            Column.of("note", "Bemerkung")),
    HOURS(
            "stunden.csv",
            "hours.csv",
            Row.Hours.class,
            Column.of("id", "Kennung"),
            Column.of("sponsorId", "Pate", "Patin").to(SPONSORS),
            Column.of("sponsorshipId", "Patenschaft").to(SPONSORSHIPS),
            Column.of("on", "Datum", "date", "day"),
            Column.of("minutes", "Dauer", "duration", "Minuten"),
            Column.of("activity", "Tätigkeit").of(Words.ACTIVITY),
            Column.of("note", "Bemerkung"));

    private final String german;
    private final String english;
    private final Class<? extends Row> row;
    private final List<Column> columns;

    <R extends Record & Row> ImportKind(String german, String english, Class<R> row, Column... columns) {
        this.german = german;
        this.english = english;
        this.row = row;
        this.columns = List.of(columns);
    }

    /** The kind of a file by its name, German or English. */
    static Optional<ImportKind> named(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(kind -> kind.german.equals(name) || kind.english.equals(name))
                .findFirst();
    }

    /** The kind of entry that a row's id names in the ledger. */
    String entry() {
        String plural = name().toLowerCase(Locale.ROOT);
        return this == HOURS ? plural : plural.substring(0, plural.length() - 1);
    }

    List<String> names() {
        return List.of(german, english);
    }

    static List<String> allNames() {
        return Stream.of(values()).map(kind -> kind.german).toList();
    }

    List<Column> columns() {
        return columns;
    }

    /** The column that a heading names by itself. */
    Optional<Column> headed(String heading) {
        return columns.stream().filter(column -> column.headed(heading)).findFirst();
    }

    /** The column of a field; none for null. */
    Optional<Column> column(@Nullable String field) {
        return columns.stream().filter(column -> column.field().equals(field)).findFirst();
    }

    /** Columns a file must have: those whose component of the row may not be null. */
    List<Column> required() {
        return columns.stream().filter(column -> !optional(column.field())).toList();
    }

    private boolean optional(String field) {
        return Stream.of(row.getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .allMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    Class<? extends Record> row() {
        return row.asSubclass(Record.class);
    }
}
