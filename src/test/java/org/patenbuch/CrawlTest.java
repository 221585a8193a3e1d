package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
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
 * message on the console, no breach of the policy, no foreign request; and that it is accessible, also where a form on it
 * has been filled in wrongly. Whether addresses lead anywhere is asked by {@link LinksTest}.
 */
@Tag("faults")
class CrawlTest extends BrowserTest {
    private static final int MOST = 150;
    private static final List<String> LANGUAGES = List.of("de-DE", "en-GB");
    private static final @Nullable String SCREENS = System.getProperty("screens");
    /** What is seen for the first time in this run: pages, forms and pictures. */
    private static final Set<String> SEEN = new HashSet<>();

    /** The forms of what the page is about into which something is typed or chosen: which, and where each leads. */
    private static final String FORMS = """
            () => [...document.querySelectorAll('main form[method=post]')].map((form, n) => [n, form])
                .filter(([, form]) => !form.matches('[data-visit]')) // a script keeps and sends it: MyHoursPageTest
                .filter(([, form]) => form.querySelector('textarea, select, [type=text], [type=date], [type=file]'))
                .map(([n, form]) => [n, new URL(form.action).pathname])""";

    /** One text too long and nothing else filled in; sent as by a click. */
    private static final String SEND_WRONGLY = """
            n => {
                const form = document.querySelectorAll('main form[method=post]')[n];
                for (const field of form.querySelectorAll('textarea, select, input:not([type=hidden])')) {
                    if (field.matches('[type=checkbox], [type=radio]')) field.checked = false;
                    else field.value = '';
                }
                const text = form.querySelector('textarea, [type=text], input:not([type])');
                if (text) text.value = 'x'.repeat(2001);
                document.querySelector('main').dataset.left = '';
                form.noValidate = true;
                form.requestSubmit(form.querySelector('button'));
            }""";

    private static int looks;

    private final Map<String, String> wrong = new TreeMap<>();

    /**
     * Each page as the first sees it who comes to it, the start page as everyone: in both languages, in two of the looks
     * that have neither width nor colors in common, and the next page in the next two. A form filled in wrongly is seen
     * once. Everything in every look takes an hour.
     */
    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "finance", "auditor", "partner", "sponsor", "admin"})
    void every_page_and_every_form_filled_in_wrongly_is_accessible(String login) {
        begin(login);
        walk(login, address -> {
            String shape = LinksTest.shape(address);
            if (!SEEN.add(shape.equals("/rosenstadt") ? login : shape)) return;
            for (String language : LANGUAGES) {
                read(address, language);
                note(shape, language, this::assertAccessible);
            }
            for (Object form : (List<?>) page.evaluate(FORMS)) {
                String leadsTo =
                        "form " + LinksTest.shape(((List<?>) form).getLast().toString());
                if (!SEEN.add(leadsTo)) continue;
                String language = LANGUAGES.get(SEEN.size() % LANGUAGES.size());
                read(address, language);
                Object which = ((List<?>) form).getFirst();
                note(leadsTo, language, () -> sendWrongly(which));
                note(leadsTo, language, this::assertAccessible);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void begin(String login) {
        open(PHONE, "de-DE", true);
        bringAxe();
        page.onDialog(Dialog::accept); // a form begun is left
        logIn(login);
    }

    private void read(String address, String language) {
        look(Look.EVERY.get(looks % Look.EVERY.size()));
        looks += language.equals(LANGUAGES.getFirst()) ? 3 : 4;
        page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
        page.navigate(address(address));
    }

    private void sendWrongly(Object form) {
        page.evaluate(SEND_WRONGLY, form);
        page.locator("main:not([data-left]) [role=alert]")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(5_000));
    }

    /**
     * As each role sees it, in every look. With {@code -Dscreens=docs/screens} pictures are put there: each page once in
     * each language, on a phone and at a desk, as the first who comes to it sees it.
     */
    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "finance", "auditor", "partner", "sponsor", "admin"})
    void every_page_is_accessible_to_everyone_in_both_languages_light_and_dark_at_three_widths(String login) {
        begin(login);
        walk(login, address -> {
            for (String language : LANGUAGES) {
                read(address, language);
                String shape = LinksTest.shape(address);
                keep(login, shape, language);
                for (Look look : Look.EVERY) {
                    look(look);
                    note(shape, language, this::assertAccessible);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void note(String shape, String language, Runnable look) {
        try {
            look.run();
        } catch (AssertionError | PlaywrightException violation) {
            wrong.put(shape + " " + language, violation.getMessage());
        }
    }

    private void walk(String login, Consumer<String> onEach) {
        Set<String> shapes = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/rosenstadt", "/help", "/nowhere-at-all"));
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

    private void keep(String login, String shape, String language) {
        String within = shape.replaceFirst("^/(rosenstadt/?)?", "");
        String page = within.isEmpty() ? "start" : within.replace("*", "one");
        for (int width : new int[] {PHONE, DESKTOP}) {
            String file = name(page + " " + language + " " + width);
            if (SCREENS == null) {
                at(width, () -> picture(Path.of("target", "screens", login + "-" + file)));
            } else if (SEEN.add(file)) {
                at(width, () -> picture(Path.of(SCREENS, file)));
            }
        }
    }

    private void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(55)
                .setPath(file));
    }

    private static String name(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "-") + ".jpg";
    }
}
