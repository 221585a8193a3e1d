package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * A person who has never seen the program, at a browser: goes only where a link or a menu leads, and counts what it
 * costs. A click is a click, a tap or a choice from a list; a field is a text, a day or a file.
 */
final class Hand {
    private final Page page;
    private int clicks;
    private int fields;

    Hand(Browser browser, int width, String address) {
        page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, 900)
                .setLocale("de-DE")
                .setAcceptDownloads(true));
        page.setDefaultTimeout(20_000);
        page.navigate(address);
    }

    Page page() {
        return page;
    }

    /** What this person types into the address bar: a link received from somebody. */
    void follow(String link) {
        page.navigate(link);
    }

    /** From the menu: its word, then the page's. */
    void menu(String menu, String entry) {
        page.click("nav summary:text-is('" + menu + "') >> visible=true");
        clicks++;
        click("nav a:text-is('" + entry + "') >> visible=true");
    }

    void click(String selector) {
        Locator found = page.locator(selector).first();
        found.click();
        clicks++;
    }

    void type(String name, String text) {
        page.locator("main [name='" + name + "'] >> visible=true").first().fill(text);
        fields++;
    }

    void choose(String name, String label) {
        Locator list =
                page.locator("main select[name='" + name + "'] >> visible=true").first();
        String value = list.locator("option")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .getAttribute("value");
        list.selectOption(value);
        clicks++;
    }

    void file(Path file) {
        page.setInputFiles("main input[type=file]", file);
        fields++;
    }

    String reads() {
        return page.locator("main").innerText();
    }

    void sees(String text) {
        assertThat(reads()).contains(text);
    }

    /** What it has cost so far, and from here on anew. */
    String cost() {
        String cost = clicks + " | " + fields;
        clicks = 0;
        fields = 0;
        return cost;
    }
}
