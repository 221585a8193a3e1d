package org.patenbuch.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.dialogue.DialogueForm;
import org.patenbuch.engagement.DialogueLists;
import org.patenbuch.erasure.RetentionCommand.EraseTexts;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.fund.Files;
import org.patenbuch.fund.FundEvent;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.fund.FundForm;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.FundingView;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.TextKind;
import org.patenbuch.kernel.Who;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeptTextsTest extends LedgerTest {
    private static final byte[] VOUCHER = "%PDF-1.7 Grete Eckardt".getBytes(StandardCharsets.US_ASCII);
    private static final LocalDate DAY = LocalDate.of(2013, 2, 1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PersonalText texts;

    @Autowired
    private KeptTexts kept;

    @Autowired
    private FundingLists money;

    @Autowired
    private FundingView view;

    @Autowired
    private DialogueLists dialogue;

    @Autowired
    private Files files;

    @Autowired
    private Clock clock;

    private int year;

    @BeforeEach
    void someoneWasPaidAndSomeoneSpoke() {
        year = Year.now(clock).getValue();
        send(new RegisterPartner(
                partnership, "P-1", "Bank", PartnerEvent.Kind.COMPANY, List.of(PartnerEvent.PartnerRole.FUNDER), DAY));
        send(new FundForm.Opening(null, "Fahrten", "Fahrten", false, null).command(partnership, "F-1"));
        send(new FundForm.Contribution(
                        null, "P-1", "F-1", null, ContributionKind.MONEY, Nature.GIFT, 500, DAY, "Auszug", null, null)
                .command(partnership, "B-1"));
        FundForm.Expense expense =
                new FundForm.Expense(null, "F-1", "Fahrten", 100, DAY, "Grete Eckardt", "Beleg", null);
        send(expense.command(partnership, "A-1"));
        send(expense.proposal(partnership, "V-1"));
        files.attach(
                VOUCHER,
                FundEvent.Entry.EXPENSE,
                "A-1",
                "D-1",
                new Who(partnership, "tester", EnumSet.of(Role.FINANCE), null, null),
                Origin.api());
        send(new DialogueForm.Meeting(null, DAY, "Runder Tisch", List.of("Grete Eckardt"), "Grete will helfen")
                .command(partnership, "T-1"));
    }

    @Test
    void the_plan_names_each_kind_and_year_with_the_day_and_the_rule() {
        assertThat(kept.plan(partnership))
                .extracting(
                        KeptTexts.Due::kind,
                        KeptTexts.Due::year,
                        KeptTexts.Due::on,
                        due -> due.hold().norm())
                .containsExactly(
                        tuple(TextKind.MEETING, year, LocalDate.of(year + 6, 7, 1), Norm.GRANTS),
                        tuple(TextKind.PAYEE, year, LocalDate.of(year + 9, 1, 1), Norm.VOUCHERS),
                        tuple(TextKind.VOUCHER_FILE, year, LocalDate.of(year + 9, 1, 1), Norm.VOUCHERS));
    }

    @Test
    void each_goes_by_itself_on_its_day_once_and_the_sums_stay() {
        var before = view.answer(partnership, now()).totals();
        assertThat(on(year + 6, 6, 30).eraseWhatIsDue(partnership)).isZero();
        assertThat(on(year + 6, 7, 1).eraseWhatIsDue(partnership)).isEqualTo(1);
        var meeting = dialogue.meeting(partnership, "T-1", now()).orElseThrow().item();
        assertThat(meeting.participants()).isEmpty();
        assertThat(meeting.summary()).isNull();
        assertThat(meeting.title()).isEqualTo("Runder Tisch");
        assertThat(payee()).isEqualTo("Grete Eckardt");

        assertThat(on(year + 8, 12, 31).eraseWhatIsDue(partnership)).isZero();
        assertThat(files.content(partnership, sum()).orElseThrow().content()).isEqualTo(VOUCHER);
        assertThat(on(year + 9, 1, 1).eraseWhatIsDue(partnership)).isEqualTo(2);
        assertThat(on(year + 9, 1, 1).eraseWhatIsDue(partnership)).isZero();

        assertThat(files.content(partnership, sum())).isEmpty();
        assertThat(files.isWhole(partnership, sum(), VOUCHER.length)).isTrue();
        assertThat(payee()).isNull();
        assertThat(money.proposal(partnership, "V-1", now())
                        .orElseThrow()
                        .item()
                        .payee())
                .isNull();
        assertThat(view.answer(partnership, now()).totals()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT count(*) FROM funding.payee WHERE partnership = ?")
                        .param(partnership)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM funding.expense WHERE partnership = ? AND payee_mark IS NOT NULL")
                        .param(partnership)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(kept.plan(partnership)).isEmpty();
    }

    @Test
    void it_is_refused_while_the_duty_stands() {
        LocalDate last = LocalDate.of(year + 8, 12, 31);
        assertThatThrownBy(() -> send(new EraseTexts(partnership, "E-1", TextKind.PAYEE, year, last)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal ->
                                assertThat(refusal.arguments()).containsExactly("payee/" + year, Norm.VOUCHERS, last));
    }

    /** A backup from before it was put back: the list of the erased knows the key, and the journal says it again. */
    @Test
    void what_an_older_journal_does_not_know_is_erased_again() {
        String subject = TextKind.PAYEE.subject(partnership, year);
        texts.forget(subject);
        assertThat(on(year + 9, 1, 1).eraseWhatIsDue(partnership)).isEqualTo(3);
        assertThat(kept.plan(partnership)).isEmpty();
    }

    private String sum() {
        return jdbc.sql("SELECT sha256 FROM file_content WHERE partnership = ?")
                .param(partnership)
                .query(String.class)
                .single();
    }

    private String payee() {
        return money.expense(partnership, "A-1", now()).orElseThrow().item().payee();
    }

    private Asked now() {
        return Asked.NOW.notBefore(jdbc.sql("SELECT max(position) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single());
    }

    private KeptTexts on(int ofYear, int month, int day) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Clock then = Clock.fixed(
                LocalDate.of(ofYear, month, day).atTime(12, 0).atZone(berlin).toInstant(), berlin);
        return new KeptTexts(jdbc, texts, ledger, then);
    }
}
