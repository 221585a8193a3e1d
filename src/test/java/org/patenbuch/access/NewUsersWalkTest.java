package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.Chromium;

/**
 * From the word on the terminal to the pack in the auditor's hands, by people who go only where the pages lead them.
 * What each step costs stands in {@code docs/walk.md}, which this test compares with what it counted.
 */
@Tag("faults")
class NewUsersWalkTest {
    private static final String PASSWORD = "drei Krähen auf dem Dach";
    private static final int DESK = 1280;
    private static final int PHONE = 320;
    private static final Pattern LINK = Pattern.compile("http\\S+/invitation/\\S+");
    private static final Pattern SECRET = Pattern.compile("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    private static final String STATEMENT = """
            Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Glaeubiger ID;Mandatsreferenz;Kundenreferenz (End-to-End);Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;BIC (SWIFT-Code);Betrag;Waehrung;Info
            DE89370400440532013000;17.02.25;17.02.25;GUTSCHRIFT;Zusage Patenschaften Rate 1;;;;Wohnbau Musterstadt;DE02120300000000202051;BYLADEM1001;300,00;EUR;Umsatz gebucht
            """;

    @TempDir
    private Path folder;

    private final List<String> costs = new ArrayList<>();
    private Browser browser;
    private String home;
    private Hand admin;
    private Hand finance;
    private Hand coordinator;
    private String sponsorId;

    @Test
    void everything_an_association_needs_in_its_first_year() throws IOException, InterruptedException {
        try (Installation installation = Installation.start(folder, Map.of());
                Playwright driver = Chromium.driver()) {
            browser = Chromium.launch(driver);
            home = "http://127.0.0.1:" + installation.port();
            setUp(installation.word());
            finance = invited("Kasse", "kasse");
            takeAPledge();
            importAStatement();
            coordinator = invited("Koordination", "koordination");
            beginASponsorship();
            Hand sponsor = inviteASponsor();
            logHours(sponsor);
            approveHours();
            freezeTheYear();
            handOverThePack();
            browser.close();
        }
        assertThat(Files.readString(Path.of("docs/walk.md"))).as("docs/walk.md").contains(costs);
    }

    private void setUp(String word) {
        admin = new Hand(browser, DESK, home + "/setup");
        admin.type("word", word);
        admin.type("name", "Patenschaften Musterstadt");
        admin.type("partnership", "musterstadt");
        admin.type("login", "chefin");
        admin.type("password", PASSWORD);
        admin.click("main button[type=submit]");
        logIn(admin, "chefin");
        admin.sees("Patenschaften Musterstadt");
        cost("Eine Partnerschaft einrichten, mit zweitem Schritt", admin);
    }

    /** With the second step where it is wanted. */
    private void logIn(Hand hand, String login) {
        hand.type("username", login);
        hand.type("password", PASSWORD);
        hand.click("main button[type=submit]");
        if (!hand.page().url().endsWith("/second-factor")) return;
        Matcher secret = SECRET.matcher(hand.reads());
        assertThat(secret.find()).isTrue();
        hand.type("code", Installation.code(secret.group()));
        hand.click("main button[type=submit]");
        hand.sees("Notfallcodes");
        hand.click("main a:has-text('Weiter zur Partnerschaft')");
    }

    private Hand invited(String task, String login) {
        String link = invitation(task, "");
        cost("Einladen: " + task, admin);
        Hand guest = new Hand(browser, DESK, link);
        guest.sees("Patenschaften Musterstadt");
        join(guest, login);
        cost("Einladung annehmen: " + task, guest);
        return guest;
    }

    private String invitation(String task, String of) {
        if (!admin.page().url().endsWith("/users")) admin.click("nav a:text-is('Zugänge') >> visible=true");
        admin.click("main label:has-text('" + task + "')");
        if (!of.isEmpty()) admin.type("of", of);
        admin.click("main form[action$='/invitations'] button[type=submit]");
        Matcher link = LINK.matcher(admin.reads());
        assertThat(link.find()).as(admin.reads()).isTrue();
        return link.group();
    }

    private void join(Hand guest, String login) {
        guest.type("login", login);
        guest.type("password", PASSWORD);
        guest.click("main button[type=submit]");
        logIn(guest, login);
    }

    private void takeAPledge() {
        finance.menu("Geld", "Zusagen");
        finance.click("main a:has-text('Zusage eintragen')");
        finance.sees("Noch ist kein Partner eingetragen.");
        finance.click("main a:has-text('Partner eintragen')");
        finance.type("name", "Wohnbau Musterstadt");
        finance.choose("kind", "Unternehmen");
        finance.click("main label:has-text('Geldgeber')");
        finance.type("since", "2025-01-01");
        book();
        finance.click("main a:has-text('Zusage eintragen')");
        finance.sees("Noch ist kein Topf angelegt.");
        finance.click("main a:has-text('Topf anlegen')");
        finance.type("name", "Patenschaften");
        finance.type("purpose", "Begleitung von Familien");
        finance.choose("restricted", "nein");
        book();
        cost("Der erste Partner, der erste Topf", finance);

        finance.click("main a:has-text('Zusage eintragen')");
        finance.choose("partnerId", "Wohnbau Musterstadt");
        finance.type("amountCents", "1.200,00");
        finance.type("from", "2025-01-01");
        finance.type("to", "2025-12-31");
        book();
        finance.sees("1.200,00");
        cost("Eine Zusage eintragen", finance);
    }

    private void book() {
        finance.click("main button[value=check]");
        finance.sees("Stimmt alles?");
        finance.click("main button[value=book]");
        finance.sees("Gebucht");
    }

    private void importAStatement() throws IOException {
        Path statement = Files.writeString(folder.resolve("umsaetze.csv"), STATEMENT, StandardCharsets.ISO_8859_1);
        finance.menu("Geld", "Kontoauszüge");
        finance.file(statement);
        finance.click("main button:has-text('Auszug einlesen')");
        finance.sees("Wohnbau Musterstadt");
        finance.click("main button:has-text('Bestätigen')");
        finance.sees("Die Zuordnung ist gebucht.");
        cost("Einen Kontoauszug einlesen und die Zahlung zuordnen", finance);
    }

    private void beginASponsorship() {
        coordinator.menu("Menschen", "Patinnen und Paten");
        coordinator.click("main a:has-text('Jemanden neu aufnehmen')");
        coordinator.type("name", "Anna Ahorn");
        coordinator.choose("kind", "Familienpatenschaft");
        coordinator.type("joinedOn", "2025-01-02");
        coordinator.click("main form[method=post] button[type=submit]");
        coordinator.sees("Anna Ahorn");
        step("Schulung abgeschlossen", "completedOn", "2025-01-10", "hours", "30");
        coordinator.click("main summary:has-text('Führungszeugnis eingesehen')");
        coordinator.type("seenOn", "2025-01-12");
        coordinator.click("main details[open] label:has-text('nein')");
        coordinator.click("main details[open] button[type=submit]");
        sponsorId = coordinator.page().url().replaceFirst(".*/sponsors/([^/?]+).*", "$1");
        cost("Eine Patin aufnehmen: Schulung, Führungszeugnis", coordinator);

        coordinator.menu("Menschen", "Haushalte");
        coordinator.click("main a:has-text('Haushalt aufnehmen')");
        coordinator.type("name", "Familie Birnbaum");
        coordinator.type("district", "Nordstadt");
        coordinator.type("need", "Lernbegleitung");
        coordinator.choose("referredBy", "Wohnbau");
        coordinator.type("openedOn", "2025-01-10");
        coordinator.type("consent.givenOn", "2025-01-10");
        coordinator.type("consent.scope", "Begleitung");
        coordinator.click("main form[method=post] button[type=submit]");
        coordinator.sees("Familie Birnbaum");
        coordinator.click("main summary:has-text('zuordnen')");
        coordinator.type("from", "2025-02-01");
        coordinator.type("scope", "Hausaufgaben");
        coordinator.click("main details[open] button[type=submit]");
        coordinator.sees("01.02.2025");
        cost("Einen Haushalt aufnehmen und die Patenschaft beginnen", coordinator);
    }

    private void step(String name, String first, String value, String second, String other) {
        coordinator.click("main summary:has-text('" + name + "')");
        coordinator.type(first, value);
        coordinator.type(second, other);
        coordinator.click("main details[open] button[type=submit]");
        coordinator.sees("Erfasst");
    }

    private Hand inviteASponsor() {
        String link = invitation("Patin oder Pate", sponsorId);
        cost("Die Patin einladen", admin);
        Hand sponsor = new Hand(browser, PHONE, link);
        join(sponsor, "anna");
        cost("Einladung annehmen am Telefon: Patin", sponsor);
        return sponsor;
    }

    private static void logHours(Hand sponsor, String day) {
        sponsor.click("main a:has-text('Stunden eintragen')");
        sponsor.click("main label:has-text('1,50')");
        sponsor.type("on", day);
        sponsor.click("main form:has([name=activity]) button[type=submit]");
        sponsor.page().locator("main .ph-list:has-text('1,50')").waitFor();
    }

    private void logHours(Hand sponsor) {
        logHours(sponsor, "2025-03-05");
        cost("Stunden eintragen am Telefon", sponsor);
    }

    private void approveHours() {
        coordinator.menu("Menschen", "Stunden freigeben");
        coordinator.type("month", "2025-03");
        coordinator.click("main button:has-text('Zeigen')");
        coordinator.sees("Anna Ahorn");
        coordinator.click("main [data-approve-all]");
        coordinator.page().locator("main input[type=checkbox]:disabled").waitFor();
        cost("Stunden freigeben", coordinator);
    }

    private void freezeTheYear() {
        finance.menu("Einrichtung", "Festschreibung und Regeln");
        finance.click("main a:has-text('Zeitraum festschreiben')");
        finance.type("from", "2025-01-01");
        finance.type("to", "2025-12-31");
        book();
        cost("Das Jahr festschreiben", finance);
    }

    private void handOverThePack() throws IOException {
        Hand auditor = invited("Prüfung", "pruefung");
        auditor.menu("Prüfen", "Nachweis");
        Download pack =
                auditor.page().waitForDownload(() -> auditor.click("main a:has-text('Beweispaket herunterladen')"));
        assertThat(Files.size(pack.path())).isGreaterThan(1_000);
        cost("Das Beweispaket mitnehmen: Prüfung", auditor);
    }

    private void cost(String step, Hand hand) {
        hand.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screens", "walk-" + costs.size() + ".png")));
        String line = "| " + step + " | " + hand.cost() + " |";
        System.out.println(line);
        costs.add(line);
    }
}
