package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.springframework.core.io.ClassPathResource;

/**
 * A person at a real browser in front of the demonstration. After each test nothing may have gone wrong unseen: no
 * message on the browser's console, no breach of the content security policy, no request to anyone else.
 */
public abstract class BrowserTest extends DemonstrationTest {
    protected static final int PHONE = 320;
    protected static final int DESKTOP = 1280;
    protected static final int TABLET = 768;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Pattern OFFLINE = Pattern.compile(".*net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)");

    protected Page page;

    private BrowserContext context;
    private CDPSession devtools;
    private boolean scripts;
    private boolean failing;
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void closeBrowser() {
        if (page == null) return;
        context.setOffline(false);
        List.copyOf(context.pages()).forEach(Page::close);
        assertThat(complaints).as("seen in the browser").isEmpty();
    }

    /**
     * A browser that remembers nothing but files that may be kept: its width, the language it asks for, whether it runs
     * scripts. Who opens none has a German desk.
     */
    protected final void open(int width, String language, boolean scripts) {
        this.scripts = scripts;
        if (page != null) page.close();
        context = Started.CONTEXTS.computeIfAbsent(
                width + language + scripts,
                kind -> Started.BROWSER.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale(language)
                        .setTimezoneId("Europe/Berlin")
                        .setJavaScriptEnabled(scripts)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)));
        context.setDefaultTimeout(15_000);
        context.clearCookies();
        page = tab();
        devtools = context.newCDPSession(page);
        devtools.send("Storage.clearDataForOrigin", everythingKept());
    }

    private Page tab() {
        Page tab = context.newPage();
        tab.onConsoleMessage(this::heard);
        tab.onPageError(error -> complaints.add("script: " + error));
        tab.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(address("")) && !url.startsWith("data:")) complaints.add("foreign request: " + url);
        });
        return tab;
    }

    /** How a page can be looked at. */
    protected record Look(int width, ColorScheme colors) {}

    /**
     * One more tab of the browser that is open, always looked at in the same way: turning a window costs as much as
     * loading a page. axe comes with each page, which is faster where each is looked at.
     */
    protected final Page tab(Look look) {
        Page tab = tab();
        tab.setViewportSize(look.width, 900);
        tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colors));
        tab.addInitScript(Axe.SOURCE);
        return tab;
    }

    private void openIfNeeded() {
        if (page == null) open(DESKTOP, "de-DE", true);
    }

    private JsonObject everythingKept() {
        var kept = new JsonObject();
        kept.addProperty("origin", address(""));
        kept.addProperty("storageTypes", "local_storage,indexeddb,service_workers,cache_storage");
        return kept;
    }

    /** The test makes the server fail on purpose: the browser's own word about that is no complaint. */
    protected final void letServerFail() {
        failing = true;
    }

    private void heard(ConsoleMessage message) {
        boolean plainly = message.type().equals("log") || message.type().equals("info");
        // A refused form answers 4xx, and the browser says so; whether it should is for the test to ask. Nor is it
        // news that nothing gets through where the test itself has cut the connection
        boolean refusal = message.text().startsWith("Failed to load resource")
                && (message.text().contains(" 4")
                        || failing && message.text().contains(" 500 ")
                        || OFFLINE.matcher(message.text()).matches());
        if (!plainly && !refusal) complaints.add(message.type() + ": " + message.text());
    }

    protected final void visit(String path) {
        openIfNeeded();
        page.navigate(address(path));
    }

    /** The browser holds the session of someone who has logged in; no page is open yet. */
    protected final void logIn(String login) {
        openIfNeeded();
        context.addCookies(List.of(new Cookie(SESSION, session(login)).setUrl(address("/"))));
    }

    /** Types name and password as people do. */
    protected final void logInByHand(String login) {
        visit("/login");
        page.fill("#username", login);
        page.fill("#password", PASSWORD);
        page.click("button.kern-btn--primary");
    }

    /**
     * The automatic third of WCAG 2.2 AA, by axe, also that nothing sticks out sideways. axe waits by timers, which a
     * browser without scripts never runs; there the same page is looked at with them.
     */
    protected final void assertAccessible() {
        if (scripts) {
            if (!(boolean) page.evaluate("() => 'axe' in window")) devtools.send("Runtime.evaluate", Axe.ASKED);
            assertThat((List<?>) page.evaluate(Axe.VIOLATIONS, RULES))
                    .as(() -> "axe on " + look())
                    .isEmpty();
        }
        Object overhang =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overhang).intValue())
                .as(() -> "pixels to scroll sideways on " + look())
                .isLessThanOrEqualTo(0);
    }

    /** The page as it is at another width, which it leaves again. */
    protected final void at(int width, Runnable look) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(width, before.height);
        try {
            look.run();
        } finally {
            page.setViewportSize(before.width, before.height);
        }
    }

    private String look() {
        return page.url() + ", " + page.viewportSize().width + " pixels wide, "
                + page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
    }

    /** For people to look at, in {@code target/screens}, with {@code -Dpictures}: it takes as long as axe does. */
    protected final void picture(String name) {
        if (System.getProperty("pictures") == null) return;
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }

    /**
     * The library's own Java wrapper opens a second page for each analysis and carries everything that passed as well;
     * asked directly it takes a fifth of the time. Most of that goes into the colors of what stands on the page, so of
     * the rows of a table or a list that are made alike only the first is looked at: alike are those with the same
     * kinds of elements (by classes, attributes, and whether they hold words) and the same background. Of what axe is
     * unsure about, words in the very color of what they stand on count: nobody hides words from the eye here.
     */
    private static final class Axe {
        private static final String SOURCE = source();
        private static final JsonObject ASKED = asked();
        private static final String VIOLATIONS = """
                rules => {
                    const made = new Set(), alike = [];
                    for (const row of document.querySelectorAll('tbody > tr, li')) {
                        if (alike.some(one => one.contains(row))) continue;
                        const kinds = new Set([row, ...row.querySelectorAll('*')].map(part =>
                            JSON.stringify([part.tagName, part.getAttribute('class'), part.getAttributeNames(),
                                part.textContent.trim() !== ''])));
                        const how = JSON.stringify([row.parentElement.className, [...kinds],
                            getComputedStyle(row).backgroundColor]);
                        if (made.has(how)) alike.push(row); else made.add(how);
                    }
                    return axe.run({include: [document], exclude: alike},
                        {runOnly: rules, resultTypes: ['violations', 'incomplete']}).then(result =>
                            [...result.violations, ...result.incomplete.map(unsure => ({...unsure,
                                nodes: unsure.nodes.filter(node =>
                                    node.any.some(check => check.data?.messageKey === 'equalRatio'))
                            }))].flatMap(violation => violation.nodes.map(node =>
                                violation.id + ': ' + node.html + ' ' + node.failureSummary)));
                }""";

        private static JsonObject asked() {
            var script = new JsonObject();
            script.addProperty("expression", SOURCE + ";0");
            return script;
        }

        private static String source() {
            try {
                return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One browser for all tests of this JVM; a new context costs half a second and reads every file anew. */
    private static final class Started {
        private static final Map<String, BrowserContext> CONTEXTS = new HashMap<>();
        private static final Browser BROWSER = Chromium.launch(Chromium.driver());
    }
}
