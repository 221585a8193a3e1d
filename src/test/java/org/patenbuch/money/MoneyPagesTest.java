package org.patenbuch.money;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The money on screen: the year of Rosenstadt, an entry from form to undo, a statement of the bank. */
class MoneyPagesTest extends BrowserTest {
    @Autowired
    private JdbcClient jdbc;

    private static final String BASE = "/rosenstadt/money";

    @Test
    void seen_from_the_end_of_2013_it_is_plain_what_is_late_and_when_the_money_runs_out() {
        logInByHand("coordinator");
        assertThat(page.locator("h1")).hasText("Überblick 2013");
        assertThat(page.locator(".app-ahead")).containsText("Koordination des Ehrenamts: Im September 2015");
        picture("start-ahead-de-1280");
        page.click("text=Am 31.12.2013 überfällige Raten: 2");

        assertThat(page.locator("[data-gap]")).containsText("Koordination des Ehrenamts: Im September 2015");
        assertThat(page.locator("[data-gap]")).containsText("fehlen am Ende dieses Monats 849,08 €");
        assertThat(page.locator("main").getByText("Überfällig")).hasCount(1);
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Überfällig am 31.12.2013")))
                .isVisible();
        assertThat(late("Stadtwerke Rosenstadt GmbH")).containsText("725,00");
        assertThat(late("Stadtwerke Rosenstadt GmbH")).containsText("Rate ist nicht eingegangen");
        assertThat(late("Sparkasse Rosenland")).containsText("123,45");
        assertThat(late("Sparkasse Rosenland")).containsText("zu wenig eingegangen");
        picture("money-security-de-1280");
        page.click("table a:has-text('Koordination des Ehrenamts')");
        assertThat(page.locator("main")).containsText("September 2015");
        assertThat(page.locator(".app-chart--drawn svg").first()).isVisible();
        picture("money-fund-de-1280");

        open(PHONE, "en-GB", true);
        logIn("coordinator");
        visit(BASE + "?to=2013-12-31&lang=en");
        assertThat(page.locator("[data-gap]")).containsText("September 2015");
        assertAccessible();
        visit(BASE + "/funds/F-KOO?to=2013-12-31");
        assertAccessible();
        picture("money-fund-en-320");
    }

    @Test
    void a_wrong_instalment_is_called_by_its_number_on_top_and_marked_where_it_stands() {
        open(PHONE, "de-DE", true);
        logIn("finance");
        visit(BASE + "/enter/pledge");
        Locator amount = page.getByLabel("Rate 2: Betrag in Euro");
        amount.fill("hundert");
        page.click("button[value=check]");

        Locator link = page.locator("main [role=alert] a:has-text('Rate 2: Betrag in Euro')");
        assertThat(link).hasCount(1);
        link.click();
        assertThat(amount).isFocused();
        assertThat(amount).hasValue("hundert");
        assertThat(amount).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[id='instalments[1].amountCents-wrong']")).isVisible();
        assertAccessible();
        picture("money-instalment-wrong-de-320");
    }

    private Locator late(String partner) {
        return page.locator("table[aria-labelledby=late] tbody tr:has-text('" + partner + "')");
    }

    @Test
    void how_long_before_a_gap_is_warned_is_a_rule_the_coordinator_sets() {
        logIn("coordinator");
        visit(BASE + "/periods");
        page.click("text=Regel setzen");
        page.selectOption("#rule", "GAP_WARNING_MONTHS");
        assertThat(page.locator("#value-hint")).containsText("Monate, Stunden, Patenschaften oder Cent");
        assertAccessible();
        picture("money-rule-de-1280");
        page.fill("#value", "21");
        page.fill("#validFrom", "2014-06-01");
        page.click("button[value=check]");
        assertThat(page.locator("dl")).containsText("21 Monate");
        page.click("button[value=book]");

        assertThat(page.locator("tbody tr:has-text('Warnung vor einer Lücke, Monate vorher')"))
                .containsText("21 Monate");
        visit(BASE + "?to=2014-06-01");
        assertThat(page.locator("main")).containsText("Gewarnt wird 21 Monate vorher");
        visit(BASE + "?to=2014-05-31");
        assertThat(page.locator("main")).containsText("Gewarnt wird 6 Monate vorher");
    }

    @Test
    void an_entry_is_checked_booked_once_and_undone_without_scripts() {
        open(PHONE, "de-DE", false);
        logIn("finance");
        visit(BASE + "/enter/expense");
        page.click("button[value=check]");
        assertThat(page.locator("[role=alert] li")).hasCount(6);
        assertAccessible();

        page.selectOption("#fundId", "F-ANE");
        page.fill("#category", "Auslagenersatz");
        page.fill("#amountCents", "12,5");
        page.fill("#paidOn", "2014-01-31");
        page.fill("#payee", "Fahrtkosten Paten");
        page.fill("#voucher", "Beleg 2014/001");
        page.click("button[value=check]");
        assertThat(page.locator("h1")).hasText("Stimmt alles?");
        assertThat(page.locator("dl")).containsText("31.01.2014");
        assertAccessible();
        picture("money-check-de-320");
        page.click("button[value=change]");
        assertThat(page.locator("#amountCents")).hasValue("12,5");
        page.click("button[value=check]");
        long before = events();
        page.dblclick("button[value=book]");
        assertThat(page.locator("[role=status]")).containsText("Gebucht");
        assertThat(page.locator("[role=status] a")).hasAttribute("href", "/rosenstadt/money/enter/expense");
        assertThat(events()).as("one entry, not two").isEqualTo(before + 1);
        String booked = page.url();

        page.setInputFiles(
                "#file",
                new FilePayload(
                        "a.pdf", "application/pdf", "%PDF-1.7".concat(" x").getBytes(StandardCharsets.US_ASCII)));
        page.click("text=Datei ablegen");
        assertThat(page.locator("main")).containsText("SHA-256");
        page.setInputFiles(
                "#file", new FilePayload("a.pdf", "application/pdf", "no".getBytes(StandardCharsets.US_ASCII)));
        page.click("text=Datei ablegen");
        assertThat(page.locator("[role=alert]")).containsText("PDF, JPEG und PNG");

        visit(booked.substring(address("").length()));
        page.click("text=Ausgabe stornieren");
        page.fill("#reason", "nur ein Versuch");
        page.click("button[value=check]");
        page.click("button[value=book]");
        assertThat(page.locator("dl")).containsText("storniert");
    }

    @Test
    void the_coordinator_proposes_an_expense_and_finance_sees_what_it_does_to_the_plan() {
        logIn("finance");
        plan("10,00");
        open(DESKTOP, "de-DE", false);
        logIn("coordinator");
        visit(BASE + "/enter/proposal");
        page.selectOption("#fundId", "F-ANE");
        page.fill("#category", "Dankfest");
        page.fill("#amountCents", "14");
        page.fill("#paidOn", "2014-02-03");
        page.fill("#payee", "Bäckerei am Markt");
        page.fill("#voucher", "Beleg 2014/014");
        page.click("button[value=check]");
        assertThat(page.locator("[role=status]")).containsText("Dankfest");
        page.click("button[value=book]");
        assertThat(page.locator("tbody tr:has-text('Dankfest')")).containsText("offen");

        open(PHONE, "de-DE", true);
        logIn("finance");
        visit("/rosenstadt");
        page.click(".app-task[href*='/money/proposals']");
        page.click("tbody tr:has-text('Dankfest') a[href*=proposal-acceptance]");
        assertThat(page.locator("section[aria-labelledby=about]")).containsText("Bäckerei am Markt");
        assertAccessible();
        page.click("button[value=check]");
        assertThat(page.locator("section[aria-labelledby=about]")).containsText("14,00");
        assertThat(page.locator("[role=status]")).containsText("10,00");
        picture("money-proposal-check-de-320");
        page.click("button[value=book]");
        assertThat(page.locator("dl")).containsText("Bäckerei am Markt");

        page.click("text=Ausgabe stornieren");
        assertThat(page.locator("section[aria-labelledby=about]")).containsText("14,00");
        page.fill("#reason", "nur ein Versuch");
        page.click("button[value=check]");
        page.click("button[value=book]");
        assertThat(page.locator("dl")).containsText("storniert");
        plan("0");
    }

    private void plan(String amount) {
        visit(BASE + "/enter/budget-line?of=F-ANE");
        page.fill("#year", "2014");
        page.fill("#category", "Dankfest");
        page.fill("#amountCents", amount);
        page.click("button[value=check]");
        page.click("button[value=book]");
        assertThat(page.locator("h1")).hasText("Anerkennung");
    }

    @Test
    void a_statement_is_read_and_what_is_certain_is_confirmed_at_once() {
        logIn("finance");
        visit(BASE + "/bank");
        page.setInputFiles(
                "#file", new FilePayload("auszug.xml", "text/xml", STATEMENT.getBytes(StandardCharsets.UTF_8)));
        page.click("text=Auszug einlesen");
        assertThat(page.locator("[role=status] .kern-title")).hasText("Erledigt");
        assertThat(page.locator(".mo-card")).hasCount(2);
        assertThat(page.locator(".mo-tag--certain")).hasCount(1);
        picture("money-bank-de-1280");
        page.click("text=Alle sicheren bestätigen (1)");
        assertThat(page.locator(".mo-card")).hasCount(1);
        page.click("main summary");
        page.fill("input[name=reason]", "Gebühr der Bank");
        page.click("text=Beiseitelegen");
        assertThat(page.locator(".mo-card")).hasCount(0);
        assignedByHandInstead();
        visit(BASE + "/bank");
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "auszug.xml",
                        "text/xml",
                        STATEMENT.replace("1499.00", "1499.01").getBytes(StandardCharsets.UTF_8)));
        page.click("text=Auszug einlesen");
        assertThat(page.locator("[role=alert]")).containsText("0,01");

        visit(BASE + "/contributions?from=2014-02-11&to=2014-02-11");
        page.click("table a >> nth=0");
        page.click("text=Beitrag stornieren");
        page.fill("#reason", "nur ein Versuch");
        page.click("button[value=check]");
        page.click("button[value=book]");
        visit(BASE + "/bank");
        assertThat(page.locator(".mo-card")).hasCount(1);
        open(PHONE, "de-DE", true);
        logIn("finance");
        visit(BASE + "/bank");
        assertAccessible();
        page.click(".mo-card a");
        assertAccessible();
        picture("money-bank-line-de-320");
    }

    /** What was confirmed is opened again with a reason, and the same entry chosen by search. */
    private void assignedByHandInstead() {
        visit(BASE + "/bank?status=ASSIGNED");
        page.click(".mo-card a");
        page.fill("#reason", "zu schnell bestätigt");
        page.click("button:has-text('Wieder öffnen')");
        assertThat(page.locator("[role=status]")).containsText("wieder offen");
        page.fill("#q", "gibt es nicht");
        page.click("main form[role=search] button");
        assertThat(page.locator("input[type=radio]")).hasCount(0);
        page.fill("#q", "sparkasse");
        page.click("main form[role=search] button");
        page.check("input[value^='CONTRIBUTION/B-U-']");
        page.fill("#why", "so steht es auf dem Beleg");
        picture("money-bank-line-de-1280");
        page.click("button:has-text('Zuordnen')");
        assertThat(page.locator("[role=status]")).containsText("Zuordnung");
        assertThat(page.locator("dl")).containsText("Beitrag B-");
        visit(BASE + "/bank?status=ASIDE");
        page.click(".mo-card a");
        for (String again : List.of("noch einmal", "und zurück")) {
            page.fill("#reason", again);
            page.click("button:has-text('Wieder öffnen')");
            assertThat(page.locator("[role=status]")).containsText("wieder offen");
            visit(BASE + "/bank");
            page.click("main summary");
            page.fill("input[name=reason]", "Gebühr der Bank");
            page.click("text=Beiseitelegen");
            assertThat(page.locator(".mo-card")).hasCount(0);
            visit(BASE + "/bank?status=ASIDE");
            page.click(".mo-card a");
        }
    }

    @Test
    void the_auditor_reads_everything_and_enters_nothing_and_others_are_turned_away() {
        open(PHONE, "de-DE", true);
        logIn("auditor");
        for (String list :
                List.of("partners", "funds", "pledges", "contributions", "expenses", "proposals", "periods")) {
            visit(BASE + "/" + list);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("a.kern-btn")).hasCount(0);
        }
        visit(BASE + "/expenses?status=VOUCHER_MISSING&fundId=F-QUA&from=2013-01-01&to=2013-12-31");
        assertThat(page.locator("tbody tr").count()).isPositive();
        for (String one :
                List.of("partners/P-SPK", "pledges/Z-2013-SPK", "contributions/B-20133-SPK", "expenses/A-2012-001")) {
            visit(BASE + "/" + one);
            assertThat(page.locator("dl")).isVisible();
        }
        assertAccessible();
        picture("money-expense-de-320");
        assertThat(page.navigate(address(BASE + "/enter/expense")).status()).isEqualTo(403);
        assertThat(page.navigate(address(BASE + "/expenses/NONE")).status()).isEqualTo(404);
        open(PHONE, "de-DE", true);
        logIn("sponsor");
        assertThat(page.navigate(address(BASE)).status()).isEqualTo(403);
    }

    @Test
    @Tag("faults")
    void every_form_can_be_opened_in_both_languages() {
        logIn("finance");
        for (MoneyEntry entry : MoneyEntry.values()) {
            for (String language : List.of("de", "en")) {
                visit(BASE + "/enter/" + entry.path() + "?of=F-FREI&lang=" + language);
                if (entry != MoneyEntry.RULE) {
                    assertThat(page.locator("form.mo-form")).isVisible();
                    assertAccessible();
                }
            }
        }
    }

    private static final String STATEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
            <GrpHdr><MsgId>M1</MsgId><CreDtTm>2014-03-01T08:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>S-BROWSER</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2014-03-01T08:00:00</CreDtTm>
            <FrToDt><FrDtTm>2014-02-11T00:00:00</FrDtTm><ToDtTm>2014-02-12T23:59:59</ToDtTm></FrToDt>
            <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2014-02-11</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1499.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2014-02-12</Dt></Dt></Bal>
            <Ntry><Amt Ccy="EUR">1500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2014-02-11</Dt></BookgDt><ValDt><Dt>2014-02-11</Dt></ValDt><AcctSvcrRef>R1</AcctSvcrRef><BkTxCd><Prtry><Cd>166</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Sparkasse Rosenland</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Zusage Z-2014-SPK</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2014-02-12</Dt></BookgDt><ValDt><Dt>2014-02-12</Dt></ValDt><AcctSvcrRef>R2</AcctSvcrRef><BkTxCd><Prtry><Cd>808</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><RmtInf><Ustrd>Entgelt</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            </Stmt></BkToCstmrStmt></Document>""";

    private long events() {
        return jdbc.sql("SELECT count(*) FROM event").query(Long.class).single();
    }
}
