package org.patenbuch.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Unreadable;

/**
 * One entry of a statement as bookings: a batch whose single amounts are given in euro and add up becomes as many, any
 * other entry one. What is only announced (pending, information) is none.
 */
final class CamtEntry {
    private static final Set<String> NO_REFERENCE = Set.of("NONREF", "NOTPROVIDED", "NOTAVAILABLE", "NONE", "0");
    /** Longer texts are cut: the format allows 140 characters a line and any number of lines. */
    private static final int LONGEST = 1_000;

    private CamtEntry() {}

    static List<Statement.Line> lines(XmlNode entry) {
        String status = entry.text("Sts", "Cd").or(() -> entry.text("Sts")).orElse("BOOK");
        if (!status.equals("BOOK")) {
            return List.of();
        }
        long cents =
                Camt053.sign(entry) * Camt053.cents(amount(entry).orElseThrow(() -> new Unreadable("bank.amount", "")));
        List<XmlNode> parts = entry.all("NtryDtls", "TxDtls");
        if (parts.size() < 2) {
            return List.of(line(entry, parts.isEmpty() ? null : parts.getFirst(), cents, reference(entry)));
        }
        return batch(entry, parts, cents);
    }

    private static List<Statement.Line> batch(XmlNode entry, List<XmlNode> parts, long cents) {
        List<Statement.Line> lines = new ArrayList<>();
        long together = 0;
        for (XmlNode part : parts) {
            Optional<XmlNode> amount = amount(part)
                    .or(() -> part.one("AmtDtls", "TxAmt", "Amt"))
                    .or(() -> part.one("AmtDtls", "InstdAmt", "Amt"));
            if (amount.filter(Camt053::isEuro).isEmpty()) {
                return List.of(line(entry, null, cents, reference(entry)));
            }
            int sign = Camt053.sign(part.one("CdtDbtInd").isPresent() ? part : entry);
            long single = sign * Camt053.cents(amount.get());
            together += single;
            lines.add(line(entry, part, single, reference(entry, part, lines.size() + 1)));
        }
        return together == cents ? lines : List.of(line(entry, null, cents, reference(entry)));
    }

    private static Optional<XmlNode> amount(XmlNode node) {
        return node.one("Amt");
    }

    private static Statement.Line line(XmlNode entry, @Nullable XmlNode part, long cents, @Nullable String reference) {
        LocalDate booked = Camt053.day(entry, "BookgDt")
                .or(() -> Camt053.day(entry, "ValDt"))
                .orElseThrow(() -> new Unreadable("bank.day", ""));
        LocalDate value = Camt053.day(entry, "ValDt").orElse(booked);
        if (part == null) {
            return new Statement.Line(
                    booked,
                    value,
                    cents,
                    reference,
                    null,
                    null,
                    null,
                    cut(entry.text("AddtlNtryInf").orElse(null)));
        }
        String other = cents < 0 ? "Cdtr" : "Dbtr";
        String name = part.text("RltdPties", other, "Nm")
                .or(() -> part.text("RltdPties", other, "Pty", "Nm"))
                .orElse(null);
        String iban = part.text("RltdPties", other + "Acct", "Id", "IBAN")
                .map(text -> text.replaceAll("\\s", ""))
                .orElse(null);
        String endToEnd =
                part.text("Refs", "EndToEndId").filter(CamtEntry::says).orElse(null);
        return new Statement.Line(
                booked, value, cents, reference, cut(endToEnd), cut(name), cut(iban), cut(purpose(entry, part)));
    }

    private static @Nullable String purpose(XmlNode entry, XmlNode part) {
        String told = Stream.concat(
                        part.all("RmtInf", "Ustrd").stream(), part.all("RmtInf", "Strd", "CdtrRefInf", "Ref").stream())
                .map(XmlNode::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return told.isEmpty()
                ? part.text("AddtlTxInf").or(() -> entry.text("AddtlNtryInf")).orElse(null)
                : told;
    }

    private static @Nullable String reference(XmlNode entry) {
        return entry.text("AcctSvcrRef").filter(CamtEntry::says).orElse(null);
    }

    /** Parts of a batch share the entry's reference; their place in it tells them apart. */
    private static @Nullable String reference(XmlNode entry, XmlNode part, int place) {
        String own = part.text("Refs", "AcctSvcrRef").filter(CamtEntry::says).orElse(null);
        String shared = reference(entry);
        return own != null && !own.equals(shared) ? own : shared == null ? null : shared + "/" + place;
    }

    private static boolean says(String reference) {
        return !NO_REFERENCE.contains(reference.toUpperCase(java.util.Locale.ROOT));
    }

    private static @Nullable String cut(@Nullable String text) {
        String plain = text == null ? null : text.replaceAll("\\p{Cntrl}+", " ");
        return plain == null || plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
