package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows every link of every role, one page of each shape, and demands of each what {@link BrowserTest} demands: no
 * message on the console, no breach of the policy, no foreign request; and that it is accessible. Each page is looked at
 * in both languages, at three widths, light and dark; the answer to each of its forms, filled in wrongly, in both
 * languages, light and dark. Whether addresses lead anywhere is asked by {@link LinksTest}.
 *
 * <p>A page is seen by the first role that comes to it, at two widths in one language and at the third and one of these
 * in the other. With {@code -Deveryone} each role sees each page at every width in both languages. With {@code -Dscreens=docs/screens} pictures are put there, of each page on a phone and at a desk.
 */
@Tag("crawl")
abstract class Crawl extends BrowserTest {
    private static final int MOST = 200;
    private static final boolean EVERYONE = System.getProperty("everyone") != null;
    private static final @Nullable String SCREENS = System.getProperty("screens");

    /** The forms of what the page is about into which something is typed or chosen: which, and where each leads. */
    private static final String FORMS = """
            () => [...document.querySelectorAll('main form[method=post]')].map((form, n) => [n, form])
                .filter(([, form]) => !form.matches('[data-visit]')) // a script keeps and sends it: MyHoursPageTest
                .filter(([, form]) => form.querySelector('textarea, select, [type=text], [type=date], [type=file]'))
                .map(([n, form]) => [n, new URL(form.action).pathname])""";

    /** One text too long and nothing else filled in, or all texts too long; sent as by a click. */
    private static final String SEND_WRONGLY = """
            ([n, all]) => {
                const form = document.querySelectorAll('main form[method=post]')[n];
                for (const field of form.querySelectorAll('textarea, select, input:not([type=hidden])')) {
                    if (field.matches('[type=checkbox], [type=radio]')) field.checked = false;
                    else field.value = '';
                }
                const texts = [...form.querySelectorAll('textarea, [type=text], input:not([type])')];
                for (const text of all ? texts : texts.slice(0, 1)) text.value = 'x'.repeat(2001);
                document.querySelector('main').dataset.left = '';
                form.noValidate = true;
                form.requestSubmit(form.querySelector('button'));
            }""";

    /** What is said on top leads to its field, and there it is said once more. */
    private static final String LEADS_ASTRAY = """
            () => [...document.querySelectorAll('main [role=alert] a[href^="#"]')].filter(link => {
                const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
                const around = field?.closest('.kern-form-input--error, fieldset, td') ?? field;
                return !around?.querySelector('.kern-error');
            }).map(link => link.hash + ' ' + link.textContent)""";

    private static final String NOBODY = "nobody";
    private static final List<Look> PICTURED =
            List.of(new Look(PHONE, ColorScheme.LIGHT), new Look(DESKTOP, ColorScheme.LIGHT));
    private static final String REFUSED = "main:not([data-left]) [role=alert]";

    /** Which pages and forms have been seen in this run, and in which language. */
    private static final Set<String> SEEN = new HashSet<>();

    private final String language;
    private final List<Look> looks;
    /** Which of the three a page is looked at in first, so that together both languages look in all. */
    private final int first;

    private final Map<String, String> wrong = new TreeMap<>();
    private List<Page> tabs = List.of();
    private List<Page> pictured = List.of();

    /** What is light in one language is dark in the other at the same width. */
    Crawl(String language, int first, ColorScheme narrowAndWide, ColorScheme between) {
        this.language = language;
        this.first = first;
        looks = List.of(new Look(PHONE, narrowAndWide), new Look(TABLET, between), new Look(DESKTOP, narrowAndWide));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "finance", "auditor", "partner", "sponsor", "admin", NOBODY})
    void every_page_and_every_form_filled_in_wrongly_is_accessible(String login) {
        open(DESKTOP, language, true);
        if (!login.equals(NOBODY)) logIn(login);
        if (SCREENS != null) pictured = PICTURED.stream().map(this::tab).toList();
        tabs = looks.stream().map(this::tab).toList();
        tabs.forEach(tab -> tab.onDialog(Dialog::accept)); // a form begun is left
        walk(login, address -> {
            String shape = LinksTest.shape(address);
            if (!isNew(login, shape.equals("/rosenstadt") ? shape + " of " + login : shape)) return;
            for (Page tab : tabsFor(shape)) see(shape, tab, address(address));
            keep(shape, address(address));
            for (Object form : (List<?>) page.evaluate(FORMS)) fillInWrongly(login, address, (List<?>) form);
        });
        assertThat(wrong).isEmpty();
    }

    private boolean isNew(String login, String what) {
        return SEEN.add(language + what + (EVERYONE ? login : ""));
    }

    private List<Page> tabsFor(String shape) {
        return EVERYONE ? tabs : List.of(tab(shape, first), tab(shape, first + 1));
    }

    private Page tab(String shape, int further) {
        return tabs.get(Math.floorMod(shape.hashCode() + further, tabs.size()));
    }

    private void see(String what, Page tab, String url) {
        page = tab;
        note(what, () -> {
            page.navigate(url);
            assertAccessible();
        });
    }

    private void fillInWrongly(String login, String address, List<?> form) {
        String what = "form " + LinksTest.shape(form.getLast().toString());
        if (!isNew(login, what)) return;
        for (Page tab : EVERYONE ? tabs : List.of(tab(what, 0))) {
            page = tab;
            note(what, () -> {
                sendWrongly(address, form, true);
                sendWrongly(address, form, false);
                assertAccessible();
            });
            picture("refused " + what.replaceAll("[^a-z]+", "-") + language + page.viewportSize().width);
        }
    }

    private void sendWrongly(String address, List<?> form, boolean everything) {
        page.navigate(address(address));
        page.evaluate(SEND_WRONGLY, List.of(form.getFirst(), everything));
        page.locator(REFUSED).first().waitFor(new Locator.WaitForOptions().setTimeout(5_000));
        assertThat((List<?>) page.evaluate(LEADS_ASTRAY))
                .as("said on top, not at the field")
                .isEmpty();
    }

    private void note(String what, Runnable look) {
        try {
            look.run();
        } catch (AssertionError | PlaywrightException violation) {
            wrong.put(what + " at " + page.viewportSize().width, violation.getMessage());
        }
    }

    private void walk(String login, Consumer<String> onEach) {
        Set<String> shapes = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(
                login.equals(NOBODY) ? List.of("/login") : List.of("/rosenstadt", "/help", "/nowhere-at-all"));
        while (!open.isEmpty() && shapes.size() < MOST) {
            String address = open.poll();
            if (skipped(address) || !shapes.add(LinksTest.shape(address))) continue;
            APIResponse answer = page.request().get(address(address));
            int expected = address.equals("/nowhere-at-all") ? 404 : 200;
            assertThat(answer.status()).as(address).isEqualTo(expected);
            open.addAll(LinksTest.links(answer.text()));
            onEach.accept(address);
        }
        assertThat(shapes).as(login).hasSizeGreaterThan(3).hasSizeLessThan(MOST);
    }

    /** Files, and the same page once more in another language. */
    private static boolean skipped(String address) {
        return address.contains("lang=")
                || LinksTest.FILE.matcher(LinksTest.path(address)).matches();
    }

    private void keep(String shape, String url) {
        String within = shape.replaceFirst("^/(rosenstadt/?)?", "");
        String name = (within.isEmpty() ? "start" : within.replace("*", "one")) + " " + language;
        for (Page tab : pictured) {
            tab.navigate(url);
            String file = (name + " " + tab.viewportSize().width).replaceAll("[^A-Za-z0-9]+", "-") + ".jpg";
            tab.screenshot(new Page.ScreenshotOptions()
                    .setType(ScreenshotType.JPEG)
                    .setQuality(55)
                    .setPath(Path.of(SCREENS, file)));
        }
    }
}
