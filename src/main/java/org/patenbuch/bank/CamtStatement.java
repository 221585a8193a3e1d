package org.patenbuch.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Unreadable;

/** Puts a statement together from what the message says of it, element by element. */
final class CamtStatement {
    private final List<Statement.Line> lines = new ArrayList<>();
    private @Nullable String account;
    private String id = "";
    private String number = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Long opening;
    private @Nullable Long closing;
    private @Nullable Long firstInterim;
    private @Nullable Long lastInterim;
    private @Nullable LocalDate openingDay;
    private @Nullable LocalDate closingDay;

    void hear(XmlNode node) {
        switch (node.name()) {
            case "Id" -> id = node.text();
            case "ElctrncSeqNb", "LglSeqNb" -> number = node.text();
            case "Acct" -> account = account(node);
            case "FrToDt" -> {
                from = moment(node, "FrDtTm", "FrDt");
                to = moment(node, "ToDtTm", "ToDt");
            }
            case "Bal" -> balance(node);
            case "Ntry" -> lines.addAll(CamtEntry.lines(node));
            default -> {}
        }
    }

    private static @Nullable LocalDate moment(XmlNode node, String... names) {
        for (String name : names) {
            Optional<String> text = node.text(name);
            if (text.isPresent() && text.get().length() >= 10) {
                return Camt053.day(text.get());
            }
        }
        return null;
    }

    private static String account(XmlNode node) {
        String currency = node.text("Ccy").orElse("EUR");
        if (!currency.equals("EUR")) {
            throw new Unreadable("bank.currency", Camt053.shown(currency));
        }
        return node.text("Id", "IBAN")
                .or(() -> node.text("Id", "Othr", "Id"))
                .map(CamtStatement::plain)
                .orElseThrow(() -> new Unreadable("bank.no-account"));
    }

    /** An account's name is part of a stream's name. */
    static String plain(String account) {
        String plain = account.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        if (!plain.matches("[A-Z0-9]{5,34}")) {
            throw new Unreadable("bank.no-account");
        }
        return plain;
    }

    /** Of several pages of one statement the first opens with the last balance of the page before, as interim. */
    private void balance(XmlNode node) {
        String code = node.text("Tp", "CdOrPrtry", "Cd").orElse("");
        XmlNode amount = node.one("Amt").orElseThrow(() -> new Unreadable("bank.amount", ""));
        switch (code) {
            case "OPBD", "PRCD" -> {
                opening = Camt053.sign(node) * Camt053.cents(amount);
                openingDay = Camt053.day(node, "Dt").orElse(null);
            }
            case "CLBD" -> {
                closing = Camt053.sign(node) * Camt053.cents(amount);
                closingDay = Camt053.day(node, "Dt").orElse(null);
            }
            case "ITBD" -> {
                lastInterim = Camt053.sign(node) * Camt053.cents(amount);
                firstInterim = firstInterim == null ? lastInterim : firstInterim;
            }
            default -> {}
        }
    }

    Statement whole() {
        Long opened = opening == null ? firstInterim : opening;
        Long closed = closing == null ? lastInterim : closing;
        if (account == null) {
            throw new Unreadable("bank.no-account");
        }
        if (opened == null || closed == null) {
            throw new Unreadable("bank.no-balance", Camt053.shown(name()));
        }
        return new Statement(account, name(), first(), last(), opened, closed, List.copyOf(lines));
    }

    private String name() {
        return number.isEmpty() || number.equals(id) ? id : id + "/" + number;
    }

    private LocalDate first() {
        return Optional.ofNullable(from)
                .or(() -> lines.stream().map(Statement.Line::bookedOn).min(Comparator.naturalOrder()))
                .or(() -> Optional.ofNullable(openingDay))
                .or(() -> Optional.ofNullable(closingDay))
                .orElseThrow(() -> new Unreadable("bank.day", ""));
    }

    private LocalDate last() {
        return Optional.ofNullable(to)
                .or(() -> Optional.ofNullable(closingDay))
                .or(() -> lines.stream().map(Statement.Line::bookedOn).max(Comparator.naturalOrder()))
                .orElseGet(this::first);
    }
}
