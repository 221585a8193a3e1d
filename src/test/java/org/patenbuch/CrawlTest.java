package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Follows every link of every role, one page of each shape, and demands of each what {@link BrowserTest} demands: no
 * message on the console, no breach of the policy, no foreign request; and that it is accessible. Whether addresses lead
 * anywhere is asked sooner and faster by {@link LinksTest}.
 */
class CrawlTest extends BrowserTest {
    private static final int MOST = 150;
    private static final List<String> LANGUAGES = List.of("de-DE", "en-GB");
    private static final List<Integer> WIDTHS = List.of(PHONE, TABLET, DESKTOP);
    private static final @Nullable String SCREENS = System.getProperty("screens");
    private static final Set<String> SHOWN = new HashSet<>();
    private static final Set<String> SEEN = new HashSet<>();
    /** Rows of a table are alike; all of them are looked at by the crawl of every look. */
    private static final String FEWER_ROWS =
            "() => document.querySelectorAll('tbody tr:nth-child(n+6)').forEach(row => row.remove())";

    private final Map<String, String> wrong = new TreeMap<>();

    /**
     * Each page once, as the first sees it who comes to it, the start page as each does: in one of the twelve looks, and
     * the next page in the next. All of them on every page take half an hour.
     */
    @ParameterizedTest
    @CsvSource({"coordinator", "finance", "auditor", "partner", "sponsor", "admin"})
    void every_page_is_accessible(String login) {
        open(PHONE, "de-DE", true);
        bringAxe();
        logIn(login);
        walk(address -> {
            String shape = LinksTest.shape(address);
            int look = SEEN.size();
            if (!SEEN.add(shape.equals("/rosenstadt") ? login : shape)) return;
            String language = LANGUAGES.get(look % 2);
            look(language, WIDTHS.get(look % 3), look % 4 < 2 ? ColorScheme.DARK : ColorScheme.LIGHT);
            page.navigate(address(address));
            page.evaluate(FEWER_ROWS);
            note(shape, language, this::assertAccessible);
        });
        assertThat(wrong).isEmpty();
    }

    /**
     * As each role sees it, in every look. With {@code -Dscreens=docs/screens} pictures are put there: each page once in
     * each language, on a phone and at a desk, as the first who comes to it sees it.
     */
    @Tag("faults")
    @ParameterizedTest
    @CsvSource({"coordinator", "finance", "auditor", "partner", "sponsor", "admin"})
    void every_page_is_accessible_to_everyone_in_both_languages_light_and_dark_at_three_widths(String login) {
        for (String language : LANGUAGES) {
            open(PHONE, language, true);
            bringAxe();
            logIn(login);
            walk(address -> {
                page.navigate(address(address));
                String shape = LinksTest.shape(address);
                keep(login, shape, language);
                note(shape, language, this::assertAccessibleInEveryLook);
            });
        }
        assertThat(wrong).isEmpty();
    }

    private void note(String shape, String language, Runnable look) {
        try {
            look.run();
        } catch (AssertionError violation) {
            wrong.put(shape + " " + language, violation.getMessage());
        }
    }

    private void walk(Consumer<String> onEach) {
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
            } else if (SHOWN.add(file)) {
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
