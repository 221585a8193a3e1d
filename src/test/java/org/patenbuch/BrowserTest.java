package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A person at a real browser in front of the demonstration. After each test nothing may have gone wrong unseen: no
 * message on the browser's console, no breach of the content security policy, no request to anyone else.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"patenbuch.demo.password=" + BrowserTest.PASSWORD, "patenbuch.data-dir=target/browser-data"})
@ActiveProfiles("demo")
public abstract class BrowserTest {
    protected static final String PASSWORD = "one-password-for-all";
    protected static final int PHONE = 320;
    protected static final int DESKTOP = 1280;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @LocalServerPort
    private int port;

    protected Page page;

    private BrowserContext context;
    private boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeEach
    void openBrowser() {
        open(DESKTOP, "de-DE", true);
    }

    @AfterEach
    void closeBrowser() {
        context.close();
        assertThat(complaints).as("seen in the browser").isEmpty();
    }

    /** A fresh browser without cookies: its width, the language it asks for, whether it runs scripts. */
    protected final void open(int width, String language, boolean scripts) {
        this.scripts = scripts;
        if (context != null) context.close();
        context = Started.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(address("")) && !url.startsWith("data:")) complaints.add("foreign request: " + url);
        });
    }

    private void heard(ConsoleMessage message) {
        boolean plainly = message.type().equals("log") || message.type().equals("info");
        // A refused form answers 4xx, and the browser says so; whether it should is for the test to ask
        boolean refusal = message.text().startsWith("Failed to load resource")
                && message.text().contains(" 4");
        if (!plainly && !refusal) complaints.add(message.type() + ": " + message.text());
    }

    protected final String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    protected final void visit(String path) {
        page.navigate(address(path));
    }

    protected final void logIn(String login) {
        visit("/login");
        page.fill("#username", login);
        page.fill("#password", PASSWORD);
        page.click("button.kern-btn--primary");
    }

    /** The automatic third of WCAG 2.2 AA, by axe; also that nothing sticks out sideways. */
    protected final void assertAccessible() {
        if (scripts) assertNothingFoundByAxe();
        Object overhang =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overhang).intValue())
                .as("pixels to scroll sideways")
                .isLessThanOrEqualTo(0);
    }

    /** It waits by timers, which a browser without scripts never runs; there the same page is looked at with them. */
    private void assertNothingFoundByAxe() {
        page.evaluate(Axe.SOURCE);
        assertThat((List<?>) page.evaluate(Axe.VIOLATIONS, RULES))
                .as("axe on " + page.url())
                .isEmpty();
    }

    /** Kept in {@code target/screens} for people to look at. */
    protected final void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }

    /**
     * The library's own Java wrapper opens a second page for each analysis and carries everything that passed as well;
     * asked directly it takes a fifth of the time.
     */
    private static final class Axe {
        private static final String SOURCE = source();
        private static final String VIOLATIONS = """
                rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(result =>
                    result.violations.flatMap(violation => violation.nodes.map(node =>
                        violation.id + ': ' + node.html + ' ' + node.failureSummary)))""";

        private static String source() {
            try {
                return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One browser for all tests of this JVM. */
    private static final class Started {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.path())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
