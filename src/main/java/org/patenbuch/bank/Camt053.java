package org.patenbuch.bank;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Unreadable;

/**
 * Reads ISO 20022 {@code camt.053}, versions 2, 4 and 8: end-of-day statements. Neither document types nor external
 * entities are read, and of the message no more than one booking lies in memory at a time besides what was found.
 */
final class Camt053 {
    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.(\\d\\d)");
    private static final Pattern OTHER = Pattern.compile("urn:iso:std:iso:20022:tech:xsd:(camt\\.05\\d)\\..*");
    private static final List<String> VERSIONS = List.of("02", "04", "08");
    private static final XMLInputFactory FACTORY = hardened();

    private Camt053() {}

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** @throws Unreadable if it is none, or says something that cannot be understood for certain */
    static List<Statement> read(byte[] xml) {
        List<Statement> statements = new ArrayList<>();
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            boolean known = false;
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Unreadable("bank.not-a-statement");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    known = known || isKnown(in.getNamespaceURI());
                    if (in.getLocalName().equals("Stmt")) {
                        statements.add(statement(in));
                    }
                }
            }
        } catch (XMLStreamException notXml) {
            throw new Unreadable("bank.not-a-statement");
        }
        if (statements.isEmpty()) {
            throw new Unreadable("bank.no-statement");
        }
        return statements;
    }

    private static boolean isKnown(@Nullable String namespace) {
        Matcher ours = NAMESPACE.matcher(namespace == null ? "" : namespace);
        if (ours.matches() && VERSIONS.contains(ours.group(1))) {
            return true;
        }
        Matcher other = OTHER.matcher(namespace == null ? "" : namespace);
        if (ours.matches()) {
            throw new Unreadable("bank.version", "camt.053.001." + ours.group(1));
        }
        throw other.matches()
                ? new Unreadable("bank.other-message", other.group(1))
                : new Unreadable("bank.not-a-statement");
    }

    private static Statement statement(XMLStreamReader in) throws XMLStreamException {
        CamtStatement statement = new CamtStatement();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                statement.hear(XmlNode.read(in));
            }
        }
        return statement.whole();
    }

    /** @throws Unreadable if it is not euro, or more exact than a cent */
    static long cents(XmlNode amount) {
        if (!isEuro(amount)) {
            throw new Unreadable("bank.currency", shown(currency(amount)));
        }
        try {
            long cents =
                    new java.math.BigDecimal(amount.text()).movePointRight(2).longValueExact();
            if (cents >= 0 && cents <= MAX_CENTS) {
                return cents;
            }
        } catch (ArithmeticException | NumberFormatException unusable) {
            throw new Unreadable("bank.amount", shown(amount.text()));
        }
        throw new Unreadable("bank.amount", shown(amount.text()));
    }

    static boolean isEuro(XmlNode amount) {
        return currency(amount).equals("EUR");
    }

    private static String currency(XmlNode amount) {
        return amount.attributes().getOrDefault("Ccy", "");
    }

    private static final long MAX_CENTS = 99_999_999_999_99L;

    /** The sign a booking or balance has on the account; a reversal says its own direction too. */
    static int sign(XmlNode node) {
        return switch (node.text("CdtDbtInd").orElse("")) {
            case "CRDT" -> 1;
            case "DBIT" -> -1;
            default -> throw new Unreadable("bank.direction");
        };
    }

    /** A day, be it with a time of day. */
    static Optional<LocalDate> day(XmlNode node, String... path) {
        return node.one(path)
                .flatMap(date -> date.text("Dt").or(() -> date.text("DtTm")))
                .map(Camt053::day);
    }

    /** @throws Unreadable unless it begins with a day */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (java.time.format.DateTimeParseException unusable) {
            throw new Unreadable("bank.day", shown(text));
        }
    }

    static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
