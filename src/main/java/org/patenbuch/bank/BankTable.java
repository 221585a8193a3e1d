package org.patenbuch.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankTableHeading.Part;
import org.patenbuch.forms.CsvRow;
import org.patenbuch.forms.CsvRows;
import org.patenbuch.forms.Encoding;
import org.patenbuch.forms.Unreadable;

/**
 * Reads the tables German banks offer for download (Sparkasse CSV-CAMT, Volksbank, DKB): whatever stands above the
 * headings is looked through for the account only. Where the table has a balance after each booking, it must add up.
 */
final class BankTable {
    private static final Pattern IBAN = Pattern.compile("DE\\d{20}");
    /** Banks write years with two digits; no statement is older than this century. */
    private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(?:20)?(\\d{2})");

    private static final Pattern AMOUNT =
            Pattern.compile("([+-]?)(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d{1,2}))?(?: ?(?:€|EUR))?(?: ?([SH]))?");

    private record Row(
            int line, Statement.Line booking, @Nullable Long balance) {}

    private BankTable() {}

    static List<Statement> read(byte[] bytes) {
        try {
            Charset charset = Encoding.of(new ByteArrayInputStream(bytes), "CSV");
            for (char delimiter : new char[] {';', ',', '\t'}) {
                Optional<Statement> read = read(bytes, charset, delimiter);
                if (read.isPresent()) {
                    return List.of(read.get());
                }
            }
        } catch (IOException e) {
            throw new Unreadable(e, "bank.not-a-statement");
        }
        throw new Unreadable("bank.not-a-statement");
    }

    private static Optional<Statement> read(byte[] bytes, Charset charset, char delimiter) throws IOException {
        String account = null;
        BankTableHeading heading = null;
        List<Row> rows = new ArrayList<>();
        try (CsvRows in = new CsvRows(new InputStreamReader(new ByteArrayInputStream(bytes), charset), delimiter)) {
            while (in.hasNext()) {
                CsvRow row = in.next();
                if (heading == null) {
                    heading = BankTableHeading.of(row).orElse(null);
                    account = account == null && heading == null ? ibanIn(row) : account;
                } else if (heading.isBooked(row)) {
                    account = account == null ? heading.cell(row, Part.ACCOUNT) : account;
                    rows.add(row(heading, row));
                }
            }
        }
        return heading == null ? Optional.empty() : Optional.of(statement(account, rows));
    }

    private static @Nullable String ibanIn(CsvRow row) {
        return row.cells().stream()
                .map(cell -> IBAN.matcher(cell.replace(" ", "")))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse(null);
    }

    private static Row row(BankTableHeading heading, CsvRow row) {
        String currency = heading.cell(row, Part.CURRENCY);
        if (currency != null && !currency.equals("EUR") && !currency.equals("€")) {
            throw new Unreadable("bank.currency", Camt053.shown(currency));
        }
        long cents = cents(heading.cell(row, Part.AMOUNT), row.line());
        LocalDate booked = day(heading.cell(row, Part.BOOKED_ON), row.line());
        String value = heading.cell(row, Part.VALUE_ON);
        String balance = heading.cell(row, Part.BALANCE);
        String endToEnd = heading.cell(row, Part.END_TO_END);
        return new Row(
                row.line(),
                new Statement.Line(
                        booked,
                        value == null ? booked : day(value, row.line()),
                        cents,
                        null,
                        endToEnd == null || endToEnd.equalsIgnoreCase("NOTPROVIDED") ? null : endToEnd,
                        heading.otherSide(row, cents),
                        heading.cell(row, Part.OTHER_IBAN),
                        heading.cell(row, Part.PURPOSE)),
                balance == null ? null : cents(balance, row.line()));
    }

    private static Statement statement(@Nullable String account, List<Row> rows) {
        if (account == null) {
            throw new Unreadable("bank.no-account");
        }
        if (rows.isEmpty()) {
            throw new Unreadable("bank.no-statement");
        }
        List<LocalDate> days = rows.stream()
                .map(row -> row.booking().bookedOn())
                .sorted(Comparator.naturalOrder())
                .toList();
        List<Row> ordered = inOrder(rows);
        Long first = ordered.getFirst().balance();
        Long opening =
                first == null ? null : first - ordered.getFirst().booking().cents();
        return new Statement(
                CamtStatement.plain(account),
                Statement.nameOfTable(days.getFirst(), days.getLast()),
                days.getFirst(),
                days.getLast(),
                opening,
                ordered.getLast().balance(),
                ordered.stream().map(Row::booking).toList());
    }

    /** Banks put the newest first or last; the balances, else the days, tell which. */
    private static List<Row> inOrder(List<Row> rows) {
        LocalDate first = rows.getFirst().booking().bookedOn();
        LocalDate last = rows.getLast().booking().bookedOn();
        boolean backwards = addUp(rows.reversed());
        boolean newestFirst = backwards == addUp(rows) ? first.isAfter(last) : backwards;
        return newestFirst ? rows.reversed() : rows;
    }

    private static boolean addUp(List<Row> rows) {
        for (int i = 1; i < rows.size(); i++) {
            Long before = rows.get(i - 1).balance();
            Long after = rows.get(i).balance();
            if (before == null
                    || after == null
                    || before + rows.get(i).booking().cents() != after) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate day(@Nullable String text, int line) {
        Matcher german = GERMAN_DAY.matcher(text == null ? "" : text);
        try {
            return german.matches()
                    ? LocalDate.of(
                            2000 + Integer.parseInt(german.group(3)),
                            Integer.parseInt(german.group(2)),
                            Integer.parseInt(german.group(1)))
                    : LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException unusable) {
            throw new Unreadable("bank.row-day", line, Camt053.shown(String.valueOf(text)));
        }
    }

    private static long cents(@Nullable String text, int line) {
        Matcher amount = AMOUNT.matcher(text == null ? "" : text.toUpperCase(Locale.ROOT));
        if (!amount.matches() || amount.group(2).length() > 14) {
            throw new Unreadable("bank.row-amount", line, Camt053.shown(String.valueOf(text)));
        }
        String decimals = amount.group(3) == null ? "00" : (amount.group(3) + "0").substring(0, 2);
        long cents = Long.parseLong(amount.group(2).replace(".", "") + decimals);
        return amount.group(1).equals("-") || "S".equals(amount.group(4)) ? -cents : cents;
    }
}
