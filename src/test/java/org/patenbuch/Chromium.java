package org.patenbuch;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser of the browser tests: the one installed here, else one that apt can install, else a word on how to. */
public final class Chromium {
    /** Debian's shell without windows is first: it opens a page in a third of the time. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final List<String> INSTALL =
            List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium");
    private static final Path APT = Path.of("/usr/bin/apt-get");

    /**
     * Pages live too short for what V8 does to scripts beside them: without it the browser needs a third less of the
     * processors, and axe is no slower.
     */
    private static final String LESS_EFFORT = "--js-flags=--single-threaded,--no-turbofan";

    private Chromium() {}

    static Path path() {
        return found().or(Chromium::installed)
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium or Chrome: install it (Debian, Ubuntu: sudo apt-get install"
                                + " chromium) or name it in the environment variable CHROMIUM"));
    }

    private static Optional<Path> found() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        if (!Files.isExecutable(APT) || !System.getProperty("user.name").equals("root")) return Optional.empty();
        try {
            Process apt = new ProcessBuilder(INSTALL).inheritIO().start();
            return apt.waitFor(5, TimeUnit.MINUTES) && apt.exitValue() == 0 ? found() : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("apt-get cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What drives it; nothing is downloaded. */
    public static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static Browser launch(Playwright driver) {
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                LESS_EFFORT)));
    }
}
