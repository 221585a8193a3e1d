package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
@Tag("faults")
class CrawlTest extends BrowserTest {
    private static final int MOST = 150;
    private static final List<String> LANGUAGES = List.of("de-DE", "en-GB");
    private static final @Nullable String SCREENS = System.getProperty("screens");
    private static final Set<String> SHOWN = new HashSet<>();
    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.download)
                .map(a => a.pathname + a.search)""";

    /**
     * With {@code -Dscreens=docs/screens} the pictures are put there: each page once in each language, on a phone and at a
     * desk, as the first who comes to it sees it.
     */
    @ParameterizedTest
    @CsvSource({"coordinator", "finance", "auditor", "partner", "sponsor", "admin"})
    void every_page_is_accessible_in_both_languages_light_and_dark_at_three_widths(String login) {
        var wrong = new TreeMap<String, String>();
        for (String language : LANGUAGES) {
            open(PHONE, language, true);
            logIn(login);
            walk(address -> {
                String shape = LinksTest.shape(address);
                keep(login, shape, language);
                try {
                    assertAccessibleInEveryLook();
                } catch (AssertionError violation) {
                    wrong.put(shape + " " + language, violation.getMessage());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private Set<String> walk(Consumer<String> onEach) {
        Set<String> shapes = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/rosenstadt", "/help", "/nowhere-at-all"));
        while (!open.isEmpty() && shapes.size() < MOST) {
            String address = open.poll();
            if (skipped(address) || !shapes.add(LinksTest.shape(address))) continue;
            Response response = page.navigate(address(address));
            int expected = address.equals("/nowhere-at-all") ? 404 : 200;
            assertThat(response.status()).as(address).isEqualTo(expected);
            onEach.accept(address);
            for (Object link : (List<?>) page.evaluate(LINKS)) {
                open.add(link.toString());
            }
        }
        return shapes;
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
