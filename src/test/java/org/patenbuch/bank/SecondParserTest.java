package org.patenbuch.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Statements with everything banks put into them, read by our parser and by one that is not ours, which knows the whole
 * standard: the same accounts, bookings, amounts and texts. A failure names its seed.
 */
class SecondParserTest {
    private static final int FILES = Integer.getInteger("statements", 12);
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final JsonMapper JSON = new JsonMapper();

    /** What a booking comes to, and what it says. */
    private record Booked(long cents, String texts) {}

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "08"})
    void both_parsers_read_the_same(String version) {
        for (int seed = 1; seed <= FILES; seed++) {
            Camt file = file(version, new Random(seed));

            assertThat(ours(file)).as("version %s, seed %d", version, seed).isEqualTo(theirs(file));
        }
    }

    /** The hard cases as well, of which our parser makes several bookings where the standard knows one with parts. */
    @Test
    void both_parsers_read_the_same_in_every_file_that_is_not_refused() throws IOException {
        int read = 0;
        for (var stated : StatementFilesTest.stated().entrySet()) {
            if (stated.getKey().endsWith(".xml") && !stated.getValue().startsWith("refused")) {
                byte[] file = Files.readAllBytes(StatementFilesTest.FOLDER.resolve(stated.getKey()));
                List<String> ours = BankFile.read(file).stream()
                        .map(statement -> statement.account() + " " + statement.openingCents() + " "
                                + statement.lines().stream()
                                        .collect(Collectors.groupingBy(
                                                line -> line.bookedOn().toString(),
                                                TreeMap::new,
                                                Collectors.summingLong(Statement.Line::cents))))
                        .toList();
                assertThat(ours).as(stated.getKey()).isEqualTo(theirs(file));
                read++;
            }
        }
        assertThat(read).isGreaterThan(30);
    }

    private static List<String> theirs(byte[] file) {
        List<String> statements = new ArrayList<>();
        for (JsonNode statement : message(text(file)).path("stmt")) {
            Map<String, Long> days = new TreeMap<>();
            booked(statement).forEach(entry -> days.merge(day(entry.path("bookgDt")), cents(entry), Long::sum));
            JsonNode account = statement.at("/acct/id");
            String number = account.has("iban")
                    ? account.path("iban").asString()
                    : account.at("/othr/id").asString().replace(" ", "");
            statements.add(number + " " + cents(statement.path("bal").get(0)) + " " + days);
        }
        return statements;
    }

    private static String text(byte[] file) {
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        return latin.contains("encoding=\"UTF-8\"")
                ? new String(file, StandardCharsets.UTF_8).replace("\ufeff", "")
                : latin.contains("encoding=\"ISO-8859-1\"") ? latin : new String(file, StandardCharsets.UTF_16);
    }

    private static String day(JsonNode date) {
        return LocalDate.of(
                        date.findValue("year").asInt(),
                        date.findValue("month").asInt(),
                        date.findValue("day").asInt())
                .toString();
    }

    private static JsonNode message(String text) {
        return JSON.readTree(AbstractMX.parse(text).toJson()).path("bkToCstmrStmt");
    }

    private static List<JsonNode> booked(JsonNode statement) {
        return statement
                .path("ntry")
                .valueStream()
                .filter(entry -> {
                    JsonNode status = entry.path("sts");
                    return (status.isObject() ? status.path("cd") : status)
                            .asString()
                            .equals("BOOK");
                })
                .toList();
    }

    private static List<Map<String, Booked>> ours(Camt file) {
        List<Map<String, Booked>> statements = new ArrayList<>();
        for (Statement statement : BankFile.read(file.bytes())) {
            assertThat(statement.account()).isEqualTo(Camt.OWN);
            Map<String, Booked> booked = new TreeMap<>();
            for (Statement.Line line : statement.lines()) {
                String reference = line.reference().split("/")[0];
                booked.merge(
                        reference,
                        new Booked(line.cents(), line.name() + ": " + line.purpose()),
                        (one, more) -> new Booked(one.cents() + more.cents(), one.texts() + "; " + more.texts()));
            }
            statements.add(booked);
        }
        return statements;
    }

    private static List<Map<String, Booked>> theirs(Camt file) {
        JsonNode message = message(file.text());
        List<Map<String, Booked>> statements = new ArrayList<>();
        for (JsonNode statement : message.path("stmt")) {
            assertThat(statement.at("/acct/id/iban").asString()).isEqualTo(Camt.OWN);
            Map<String, Booked> booked = new TreeMap<>();
            for (JsonNode entry : booked(statement)) {
                booked.put(entry.path("acctSvcrRef").asString(), new Booked(cents(entry), texts(entry)));
            }
            statements.add(booked);
        }
        return statements;
    }

    private static long cents(JsonNode entry) {
        long cents = new BigDecimal(entry.at("/amt/value").asString())
                .movePointRight(2)
                .longValueExact();
        return entry.path("cdtDbtInd").asString().equals("DBIT") ? -cents : cents;
    }

    private static String texts(JsonNode entry) {
        List<String> texts = new ArrayList<>();
        for (JsonNode part : entry.path("ntryDtls")) {
            for (JsonNode details : part.path("txDtls")) {
                JsonNode parties = details.path("rltdPties");
                JsonNode other = parties.has("cdtr") ? parties.path("cdtr") : parties.path("dbtr");
                String name = (other.has("pty") ? other.path("pty") : other)
                        .path("nm")
                        .asString();
                texts.add(name + ": " + details.at("/rmtInf/ustrd/0").asString());
            }
        }
        return String.join("; ", texts);
    }

    /** One to three statements of up to eight bookings: batches, debits, announcements, umlauts, an overdrawn account. */
    private static Camt file(String version, Random random) {
        Camt file = new Camt(version);
        long balance = random.nextInt(200_000) - 100_000;
        int number = 0;
        for (int s = 0; s <= random.nextInt(3); s++) {
            String day = FIRST.plusDays(s).toString();
            long opening = balance;
            List<String> entries = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                long cents = (1 + random.nextInt(500_000)) * (random.nextInt(3) == 0 ? -1L : 1L);
                String reference = "R" + ++number;
                switch (random.nextInt(4)) {
                    case 0 -> {
                        entries.add(file.booking(cents, day, reference, "PDNG", ""));
                        cents = 0;
                    }
                    case 1 -> entries.add(batch(file, Math.abs(cents) + 1, day, reference));
                    default ->
                        entries.add(
                                file.entry(cents, day, reference, "Müller & Söhne".replace("&", "&amp;"), "Rate " + i));
                }
                boolean batch = entries.getLast().contains("<Nm>Anna");
                balance += batch ? Math.abs(cents) + 1 : cents;
            }
            file.statement("S" + s, day, day, opening, balance, entries.toArray(String[]::new));
        }
        return file;
    }

    private static String batch(Camt file, long cents, String day, String reference) {
        long first = cents / 2;
        return file.booking(
                cents,
                day,
                reference,
                "BOOK",
                file.details(first, "Anna", Camt.OTHER, "eins", false)
                        + file.details(cents - first, "Bernd", Camt.OTHER, "zwei", false));
    }
}
