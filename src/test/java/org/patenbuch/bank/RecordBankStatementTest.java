package org.patenbuch.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.bank.BankCommand.AssignBankLine;
import org.patenbuch.bank.BankCommand.ReleaseBankLine;
import org.patenbuch.bank.BankCommand.SetBankLineAside;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which bookings are new, and what they can become. */
class RecordBankStatementTest extends LedgerTest {
    private static final String DAY = "2013-01-15";
    private static final String NEXT = "2013-01-16";

    @Autowired
    private Statements statements;

    @Autowired
    private Confirming confirming;

    @Autowired
    private JdbcClient jdbc;

    private final Camt camt = new Camt("08");

    @BeforeEach
    void partnerAndFund() {
        LocalDate since = LocalDate.of(2013, 1, 1);
        send(new RegisterPartner(partnership, "P-1", "Sparkasse", Kind.COMPANY, List.of(), since));
        send(new OpenFund(partnership, "F-1", "Topf", "Zweck", false, null));
    }

    @Test
    void the_same_file_again_adds_nothing_and_says_so() {
        camt.statement("S1", DAY, DAY, 0, 30_00, gift(10_00, DAY, "R1"), gift(20_00, DAY, "R2"));

        assertThat(take(camt).recorded()).isEqualTo(2);
        long before = events();
        assertThat(take(camt).recorded()).isZero();
        assertThat(take(camt).position()).isNull();
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void overlapping_statements_add_only_what_is_new() {
        camt.statement("S1", DAY, DAY, 0, 10_00, gift(10_00, DAY, "R1"));
        Camt longer = new Camt("02");
        longer.statement("S2", DAY, NEXT, 0, 30_00, gift(10_00, DAY, "R1"), gift(20_00, NEXT, "R2"));

        assertThat(take(camt).recorded()).isEqualTo(1);
        assertThat(take(longer).recorded()).isEqualTo(1);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void two_equal_bookings_on_one_day_are_two_also_without_references_and_stay_two() {
        camt.statement("S1", DAY, DAY, 0, 20_00, gift(10_00, DAY, null), gift(10_00, DAY, null));
        Camt longer = new Camt("08");
        longer.statement(
                "S2", DAY, NEXT, 0, 30_00, gift(10_00, DAY, null), gift(10_00, DAY, null), gift(10_00, NEXT, null));

        assertThat(take(camt).recorded()).isEqualTo(2);
        assertThat(take(longer).recorded()).isEqualTo(1);
    }

    @Test
    void an_equal_booking_that_came_later_on_the_day_is_counted_on() {
        camt.statement("S1", DAY, DAY, 0, 10_00, gift(10_00, DAY, null));
        Camt later = new Camt("08").statement("S2", DAY, DAY, 10_00, 20_00, gift(10_00, DAY, null));
        Camt whole = new Camt("08").statement("S3", DAY, DAY, 0, 20_00, gift(10_00, DAY, null), gift(10_00, DAY, null));

        assertThat(take(camt).recorded()).isEqualTo(1);
        assertThat(take(later).recorded()).as("it begins where the first ended").isEqualTo(1);
        assertThat(take(whole).recorded()).as("both are known").isZero();
    }

    @Test
    void a_reference_used_again_in_another_year_is_another_booking() {
        camt.statement("S1", DAY, DAY, 0, 10_00, gift(10_00, DAY, "0001"));
        Camt nextYear = new Camt("08")
                .statement("S2", "2014-01-15", "2014-01-15", 10_00, 20_00, gift(10_00, "2014-01-15", "0001"));

        take(camt);
        assertThat(take(nextYear).recorded()).isEqualTo(1);
    }

    @Test
    void a_dry_run_says_what_would_be_and_writes_nothing() {
        camt.statement("S1", DAY, DAY, 0, 10_00, gift(10_00, DAY, "R1"));
        long before = events();

        assertThat(statements
                        .take(camt.bytes(), anyone("finance"), true, Origin.api())
                        .recorded())
                .isEqualTo(1);
        assertThat(events()).isEqualTo(before);
        assertThat(take(camt).recorded()).isEqualTo(1);
    }

    @Test
    void many_who_send_the_same_at_once_record_it_once() throws Exception {
        camt.statement("S1", DAY, DAY, 0, 30_00, gift(10_00, DAY, "R1"), gift(20_00, DAY, null));
        Camt other =
                new Camt("02").statement("S1b", DAY, DAY, 0, 30_00, gift(10_00, DAY, "R1"), gift(20_00, DAY, null));
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Camt file = i % 2 == 0 ? camt : other;
            senders.add(() -> take(file).recorded());
        }
        try (var pool = Executors.newFixedThreadPool(4)) {
            int recorded = 0;
            for (Future<Integer> sender : pool.invokeAll(senders)) {
                recorded += sender.get();
            }
            assertThat(recorded).isEqualTo(2);
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void no_name_purpose_or_iban_of_the_other_side_is_readable_in_the_journal() {
        camt.statement("S1", DAY, DAY, 0, 10_00, camt.entry(10_00, DAY, "R1", "Erika Beispiel", "fuer Familie Muster"));
        take(camt);

        String stored = jdbc.sql(
                        "SELECT string_agg(convert_from(payload, 'UTF8'), ' ') FROM event WHERE partnership = ?")
                .param(partnership)
                .query(String.class)
                .single();
        assertThat(stored).contains("enc:v1:");
        assertThat(stored).doesNotContain("Erika", "Muster", Camt.OTHER);
    }

    @Test
    void a_confirmed_booking_becomes_a_contribution_once_however_often_it_is_confirmed() {
        String line = oneLine(10_00);

        Receipt first = confirm(line);
        assertThat(confirm(line)).isEqualTo(new Receipt(first.id(), first.position(), true));
        assertThat(first.id()).isEqualTo("B-" + line);
        refused("bank.line-taken", () -> send(new SetBankLineAside(partnership, "X", Camt.OWN, line, "nein")));
    }

    @Test
    void the_booking_of_a_reversed_contribution_is_open_again_and_becomes_a_new_one() {
        String line = oneLine(10_00);
        String first = confirm(line).id();
        send(new ReverseContribution(partnership, "R-1", "F-1", first, "falscher Partner"));

        assertThat(confirm(line).id()).isEqualTo("B-" + line + "-2");
    }

    @Test
    void what_stands_in_the_ledger_already_is_assigned_only_where_the_amount_is_the_same_and_once() {
        String line = oneLine(10_00);
        give("B-1", 10_00, ContributionKind.MONEY);
        give("B-2", 9_99, ContributionKind.MONEY);
        give("B-3", 10_00, ContributionKind.IN_KIND);

        refused("bank.amount-differs", () -> assign("1", line, Entry.CONTRIBUTION, "B-2"));
        refused("bank.amount-differs", () -> assign("2", line, Entry.CONTRIBUTION, "B-3"));
        refused("unknown-reference", () -> assign("3", line, Entry.EXPENSE, "B-1"));
        refused("unknown-reference", () -> assign("4", "U-NONE.1", Entry.CONTRIBUTION, "B-1"));
        assign("5", line, Entry.CONTRIBUTION, "B-1");
        refused("bank.line-taken", () -> assign("6", line, Entry.CONTRIBUTION, "B-1"));

        Camt other = new Camt("08").statement("S9", NEXT, NEXT, 10_00, 20_00, gift(10_00, NEXT, "R9"));
        take(other);
        refused("bank.entry-taken", () -> assign("7", lines().getLast(), Entry.CONTRIBUTION, "B-1"));
    }

    @Test
    void what_went_out_is_no_contribution_and_what_was_set_aside_can_be_taken_up_again() {
        camt.statement("S1", DAY, DAY, 100_00, 90_00, gift(-10_00, DAY, "R1"));
        take(camt);
        String line = lines().getFirst();

        refused("bank.went-out", () -> confirm(line));
        refused("bank.line-open", () -> send(new ReleaseBankLine(partnership, "L-0", Camt.OWN, line, "Irrtum")));
        send(new SetBankLineAside(partnership, "S-1", Camt.OWN, line, "Kontoführung"));
        send(new ReleaseBankLine(partnership, "L-1", Camt.OWN, line, "Irrtum"));
        send(new SetBankLineAside(partnership, "S-2", Camt.OWN, line, "doch Kontoführung"));
    }

    private String oneLine(long cents) {
        camt.statement("S1", DAY, DAY, 0, cents, gift(cents, DAY, "R1"));
        take(camt);
        return lines().getFirst();
    }

    private String gift(long cents, String day, String reference) {
        return camt.entry(cents, day, reference, "Sparkasse", "Rate");
    }

    private Statements.Answer take(Camt file) {
        return statements.take(file.bytes(), anyone("finance"), false, Origin.api());
    }

    private Receipt confirm(String line) {
        var form = new BankForm.Contribution("P-1", "F-1", null, Nature.GIFT, null);
        return confirming.contribution(anyone("finance"), line, form, Origin.api());
    }

    private void assign(String id, String line, Entry entry, String entryId) {
        send(new AssignBankLine(partnership, id, Camt.OWN, line, entry, entryId, null));
    }

    private void give(String id, long cents, ContributionKind kind) {
        send(new RecordContribution(
                partnership,
                id,
                "F-1",
                "P-1",
                null,
                kind,
                Nature.GIFT,
                cents,
                LocalDate.parse(DAY),
                "Auszug",
                "Preis",
                null));
    }

    private List<String> lines() {
        return jdbc.sql("SELECT line_id FROM bank_line WHERE partnership = ? ORDER BY booked_on, line_id")
                .param(partnership)
                .query(String.class)
                .list();
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
    }
}
