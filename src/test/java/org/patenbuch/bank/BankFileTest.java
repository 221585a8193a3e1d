package org.patenbuch.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;

/** What is understood of files from banks, and what is not. */
class BankFileTest {
    private static final String DAY = "2013-01-15";
    private final Camt camt = new Camt("08");

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "08"})
    void the_same_statement_is_understood_in_each_version(String version) {
        Camt file = new Camt(version);
        file.statement(
                "S1",
                DAY,
                DAY,
                100_00,
                1_280_00,
                file.entry(1_250_00, DAY, "R1", "Sparkasse Rosenland", "Zusage Z-2013-SPK"),
                file.entry(-70_00, DAY, "R2", "Copy-Shop", "Rechnung 17"));

        Statement read = BankFile.read(file.bytes()).getFirst();

        assertThat(read.account()).isEqualTo(Camt.OWN);
        assertThat(read.name()).isEqualTo("S1/1");
        assertThat(read.lines())
                .containsExactly(
                        line(1_250_00, "R1", "Sparkasse Rosenland", "Zusage Z-2013-SPK"),
                        line(-70_00, "R2", "Copy-Shop", "Rechnung 17"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "08"})
    void a_batch_whose_amounts_add_up_is_as_many_bookings(String version) {
        Camt file = new Camt(version);
        String parts = file.details(100_00L, "Anna", Camt.OTHER, "eins", false)
                + file.details(50_00L, "Bernd", Camt.OTHER, "zwei", false);
        file.statement("S1", DAY, DAY, 0, 150_00, file.booking(150_00, DAY, "R1", "BOOK", parts));

        assertThat(lines(file))
                .containsExactly(line(100_00, "R1/1", "Anna", "eins"), line(50_00, "R1/2", "Bernd", "zwei"));
    }

    @Test
    void a_batch_whose_amounts_do_not_add_up_or_are_not_said_is_one_booking() {
        String wrong = camt.details(100_00L, "Anna", Camt.OTHER, "eins", false)
                + camt.details(49_00L, "Bernd", Camt.OTHER, "zwei", false);
        String silent = camt.details(null, "Anna", Camt.OTHER, "eins", false)
                + camt.details(null, "Bernd", Camt.OTHER, "zwei", false);
        String none = "<Btch><NbOfTxs>3</NbOfTxs></Btch>";
        camt.statement(
                "S1",
                DAY,
                DAY,
                0,
                450_00,
                camt.booking(150_00, DAY, "R1", "BOOK", wrong),
                camt.booking(150_00, DAY, "R2", "BOOK", silent),
                camt.booking(150_00, DAY, "R3", "BOOK", none));

        assertThat(lines(camt)).extracting(Statement.Line::cents).containsExactly(150_00L, 150_00L, 150_00L);
        assertThat(lines(camt)).extracting(Statement.Line::reference).containsExactly("R1", "R2", "R3");
    }

    @Test
    void what_is_only_announced_is_no_booking() {
        camt.statement(
                "S1",
                DAY,
                DAY,
                0,
                10_00,
                camt.booking(10_00, DAY, "R1", "BOOK", ""),
                camt.booking(99_00, DAY, "R2", "PDNG", ""),
                camt.booking(98_00, DAY, "R3", "INFO", ""));

        assertThat(lines(camt)).extracting(Statement.Line::cents).containsExactly(10_00L);
    }

    @Test
    void a_returned_debit_says_its_own_direction() {
        String returned = camt.booking(-20_00, DAY, "R1", "BOOK", "").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
        camt.statement("S1", DAY, DAY, 100_00, 80_00, returned);

        assertThat(lines(camt)).extracting(Statement.Line::cents).containsExactly(-20_00L);
    }

    @Test
    void several_statements_in_one_file_are_several() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.booking(10_00, DAY, "R1", "BOOK", ""));
        camt.statement(
                "S2", "2013-01-16", "2013-01-16", 10_00, 30_00, camt.booking(20_00, "2013-01-16", "R2", "BOOK", ""));

        assertThat(BankFile.read(camt.bytes())).extracting(Statement::name).containsExactly("S1/1", "S2/1");
    }

    @Test
    void a_statement_without_bookings_is_one() {
        camt.statement("S1", DAY, DAY, -5_00, -5_00);

        assertThat(BankFile.read(camt.bytes()).getFirst().lines()).isEmpty();
    }

    @Test
    void an_overdrawn_account_has_balances_below_zero() {
        camt.statement("S1", DAY, DAY, -50_00, -30_00, camt.booking(20_00, DAY, "R1", "BOOK", ""));

        assertThat(BankFile.read(camt.bytes()).getFirst().openingCents()).isEqualTo(-50_00);
    }

    @Test
    void balances_that_do_not_add_up_are_refused_with_the_difference() {
        camt.statement("S1", DAY, DAY, 0, 100_01, camt.booking(100_00, DAY, "R1", "BOOK", ""));

        assertThatThrownBy(() -> BankFile.read(camt.bytes())).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("bank.balance");
            assertThat(rejected.arguments()).containsExactly("S1/1", 1L, 100_01L, 100_00L);
        });
    }

    @Test
    void one_wrong_statement_of_several_refuses_the_file() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.booking(10_00, DAY, "R1", "BOOK", ""));
        camt.statement("S2", DAY, DAY, 10_00, 0);

        assertThatThrownBy(() -> BankFile.read(camt.bytes())).isInstanceOf(Rejected.class);
    }

    @Test
    void pages_that_carry_interim_balances_add_up_too() {
        String statement = "<Stmt><Id>S1</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>%s%s%s</Stmt>";
        camt.raw(statement.formatted(
                Camt.OWN,
                Camt.balance("ITBD", 5_00, DAY),
                Camt.balance("ITBD", 15_00, DAY),
                camt.booking(10_00, DAY, "R1", "BOOK", "")));

        Statement read = BankFile.read(camt.bytes()).getFirst();
        assertThat(List.of(read.openingCents(), read.closingCents())).containsExactly(5_00L, 15_00L);
    }

    @Test
    void a_statement_without_balances_is_refused() {
        camt.raw("<Stmt><Id>S1</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct></Stmt>".formatted(Camt.OWN));

        unreadable("bank.no-balance", camt.bytes());
    }

    @Test
    void an_account_by_number_instead_of_iban_is_one() {
        camt.statement("S1", DAY, DAY, 0, 0);
        byte[] file = text(camt.text().replace("<IBAN>" + Camt.OWN + "</IBAN>", "<Othr><Id>12 030 000</Id></Othr>"));

        assertThat(BankFile.read(file).getFirst().account()).isEqualTo("12030000");
    }

    @Test
    void other_money_than_euro_is_refused() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.booking(10_00, DAY, "R1", "BOOK", ""));

        unreadable("bank.currency", text(camt.text().replace("<Ccy>EUR</Ccy>", "<Ccy>CHF</Ccy>")));
        unreadable(
                "bank.currency", text(camt.text().replaceFirst("<Ntry><Amt Ccy=\"EUR\">", "<Ntry><Amt Ccy=\"USD\">")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.005", "-10.00", "ten", "1e300", "", "99999999999999.00", "1E2147483647"})
    void an_amount_that_is_none_is_refused(String amount) {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.booking(10_00, DAY, "R1", "BOOK", ""));

        unreadable(
                "bank.amount",
                text(camt.text().replace("<Ntry><Amt Ccy=\"EUR\">10.00", "<Ntry><Amt Ccy=\"EUR\">" + amount)));
    }

    @Test
    void trailing_zeros_beyond_the_cent_are_no_fraction() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.booking(10_00, DAY, "R1", "BOOK", ""));

        assertThat(BankFile.read(text(camt.text().replace(">10.00<", ">10.00000<")))
                        .getFirst()
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_day_with_a_time_is_a_day_and_a_day_that_is_not_there_is_refused() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.booking(10_00, DAY, "R1", "BOOK", ""));
        String withTime = "<BookgDt><DtTm>2013-01-15T23:30:00+01:00</DtTm></BookgDt>";
        String booked = "<BookgDt><Dt>" + DAY + "</Dt></BookgDt>";

        assertThat(BankFile.read(text(camt.text().replace(booked, withTime)))
                        .getFirst()
                        .lines()
                        .getFirst()
                        .bookedOn())
                .isEqualTo(LocalDate.parse(DAY));
        unreadable("bank.day", text(camt.text().replace(booked, "<BookgDt><Dt>2013-02-30</Dt></BookgDt>")));
        assertThat(BankFile.read(text(camt.text().replace(booked, "")))
                        .getFirst()
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_booking_without_direction_is_refused() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.booking(10_00, DAY, "R1", "BOOK", ""));

        unreadable(
                "bank.direction",
                text(camt.text().replaceFirst("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>", "</Amt><Sts>")));
    }

    @Test
    void document_types_and_entities_are_refused_and_nothing_is_fetched() {
        camt.statement("S1", DAY, DAY, 0, 0);
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Document";

        unreadable("bank.not-a-statement", text(camt.text().replace("<Document", type)));
        unreadable(
                "bank.not-a-statement",
                text(camt.text().replace("<Document", type).replace("<Id>S1", "<Id>&e;")));
    }

    @Test
    void other_messages_and_versions_say_what_they_are() {
        camt.statement("S1", DAY, DAY, 0, 0);

        unreadable("bank.other-message", text(camt.text().replace("camt.053.001.08", "camt.052.001.08")));
        unreadable("bank.version", text(camt.text().replace("camt.053.001.08", "camt.053.001.13")));
        unreadable("bank.not-a-statement", text("<html><body>Bitte melden Sie sich an</body></html>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Guten Tag", "<Document", "%PDF-1.7", "a;b;c\n1;2;3"})
    void what_is_no_statement_is_refused(String content) {
        assertThatThrownBy(() -> BankFile.read(text(content))).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_message_without_statements_is_refused() {
        unreadable("bank.no-statement", camt.bytes());
    }

    @Test
    void nesting_without_end_is_refused() {
        camt.raw("<Stmt><Id>S1</Id><Ntry>" + "<a>".repeat(500) + "</a>".repeat(500) + "</Ntry></Stmt>");

        unreadable("bank.not-a-statement", camt.bytes());
    }

    @Test
    void utf_16_and_latin_1_are_read_as_the_file_says() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.entry(10_00, DAY, "R1", "Müller", "für Ä"));
        String latin = camt.text().replace("UTF-8", "ISO-8859-1");
        String wide = camt.text().replace("UTF-8", "UTF-16");

        assertThat(BankFile.read(latin.getBytes(StandardCharsets.ISO_8859_1))
                        .getFirst()
                        .lines()
                        .getFirst()
                        .name())
                .isEqualTo("Müller");
        assertThat(BankFile.read(wide.getBytes(StandardCharsets.UTF_16))
                        .getFirst()
                        .lines()
                        .getFirst()
                        .name())
                .isEqualTo("Müller");
    }

    @Test
    void a_zip_of_files_is_all_of_them_and_a_zip_of_something_else_is_refused() throws IOException {
        camt.statement("S1", DAY, DAY, 0, 0);
        Camt second = new Camt("02").statement("S2", DAY, DAY, 0, 0);

        assertThat(BankFile.read(zip(camt.bytes(), second.bytes()))).hasSize(2);
        assertThatThrownBy(() -> BankFile.read(zip(text("hello")))).isInstanceOf(Unreadable.class);
        unreadable("bank.no-statement", zip());
        unreadable("bank.unpacked-too-large", zip(new byte[101 * 1024 * 1024]));
    }

    @Test
    void a_table_of_a_savings_bank_is_read_without_what_is_only_announced() {
        String table = """
                "Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Kundenreferenz (End-to-End)";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"Betrag";"Waehrung";"Info"
                "DE02120300000000202051";"16.01.13";"16.01.13";"GUTSCHRIFT";"Zusage Z-2013";"E2E-1";"Stadtwerke Rosenstadt";"DE21500500009876543210";"1.600,00";"EUR";"Umsatz gebucht"
                "DE02120300000000202051";"15.01.13";"15.01.13";"LASTSCHRIFT";"Telefon";"";"Netz AG";"";"-39,9";"EUR";"Umsatz gebucht"
                "DE02120300000000202051";"15.01.13";"";"LASTSCHRIFT";"Telefon";"";"Netz AG";"";"-1,00";"EUR";"Umsatz vorgemerkt"
                """;

        Statement read =
                BankFile.read(table.getBytes(Charset.forName("windows-1252"))).getFirst();

        assertThat(read.account()).isEqualTo(Camt.OWN);
        assertThat(read.lines()).extracting(Statement.Line::cents).containsExactly(-39_90L, 1_600_00L);
        assertThat(read.lines().getLast().endToEnd()).isEqualTo("E2E-1");
        assertThat(read.openingCents()).isNull();
    }

    @Test
    void a_table_with_balances_must_add_up_whichever_end_is_newest() {
        String heading =
                "IBAN Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung\n";
        String second = "DE02120300000000202051;15.01.2013;15.01.2013;B;;zwei;-20,00;EUR;90,00\n";
        String first = "DE02120300000000202051;15.01.2013;15.01.2013;A;;eins;10,00;EUR;110,00\n";

        for (String table : List.of(heading + first + second, heading + second + first)) {
            Statement read = BankFile.read(text(table)).getFirst();
            assertThat(List.of(read.openingCents(), read.closingCents())).containsExactly(100_00L, 90_00L);
        }
        assertThatThrownBy(() -> BankFile.read(text(heading + first + second.replace("90,00", "91,00"))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_table_with_lines_above_its_headings_finds_the_account_there() {
        String table = """
                "Girokonto";"DE02 1203 0000 0000 2020 51"
                "Kontostand vom 31.01.2013:";"1.000,00 €"
                ""
                "Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"IBAN";"Betrag (€)"
                "15.01.13";"15.01.13";"Gebucht";"Wohnungsgenossenschaft eG";"Ehrenamt e.V.";"Rate 1";"DE21500500009876543210";"2.250"
                """;

        Statement read = BankFile.read(text(table)).getFirst();

        assertThat(read.account()).isEqualTo(Camt.OWN);
        assertThat(read.lines().getFirst().cents()).isEqualTo(2_250_00);
        assertThat(read.lines().getFirst().name()).isEqualTo("Wohnungsgenossenschaft eG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.25,00", "12,345", "1,250.00", "zehn", ""})
    void an_amount_of_a_table_that_could_be_another_is_refused_with_its_row(String amount) {
        String table = "Auftragskonto;Buchungstag;Betrag\nDE02120300000000202051;15.01.2013;" + amount + "\n";

        unreadable("bank.row-amount", text(table));
    }

    private static List<Statement.Line> lines(Camt file) {
        return BankFile.read(file.bytes()).getFirst().lines();
    }

    private static Statement.Line line(long cents, String reference, String name, String purpose) {
        LocalDate day = LocalDate.parse(DAY);
        return new Statement.Line(day, day, cents, reference, null, name, Camt.OTHER, purpose);
    }

    private static void unreadable(String code, byte[] file) {
        assertThatThrownBy(() -> BankFile.read(file))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo(code));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(byte[]... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            int number = 0;
            for (byte[] file : files) {
                zip.putNextEntry(new ZipEntry("auszug-" + ++number + ".xml"));
                zip.write(file);
            }
        }
        return bytes.toByteArray();
    }
}
