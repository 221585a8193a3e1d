package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;

/**
 * The application as an association starts it for the first time: a process of its own, not the demonstration, an empty
 * database and an empty folder.
 */
final class Installation implements AutoCloseable {
    private static final Pattern WORD = Pattern.compile("set-up word:\\s+(\\S+)");
    private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/setup");
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long START_SECONDS = 240;

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Installation(Process process) {
        this.process = process;
        BufferedReader terminal = process.inputReader();
        Thread.startVirtualThread(() -> terminal.lines().forEach(said::add));
    }

    /** @param settings as environment variables */
    static Installation start(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        DatabaseLogins logins = TestDatabase.emptyDatabase();
        DatabaseLogin app = logins.app();
        DatabaseLogin owner = logins.owner();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        withoutTests(),
                        "org.patenbuch.Patenbuch")
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("SERVER_PORT", "0");
        environment.put("SPRING_DATASOURCE_URL", app.url());
        environment.put("SPRING_DATASOURCE_USERNAME", app.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", app.password());
        environment.put("SPRING_FLYWAY_URL", owner.url());
        environment.put("SPRING_FLYWAY_USER", owner.user());
        environment.put("SPRING_FLYWAY_PASSWORD", owner.password());
        environment.put("PATENBUCH_DATA_DIR", folder.toString());
        environment.putAll(settings);
        Installation started = new Installation(builder.start());
        started.await();
        return started;
    }

    private void await() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (found(WORD) == null || found(PORT) == null) {
            assertThat(process.isAlive()).as(String.join("\n", said)).isTrue();
            assertThat(System.nanoTime()).as("not up yet: " + said).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String withoutTests() {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                List.of(System.getProperty("java.class.path").split(separator)).stream()
                        .filter(part -> !part.endsWith("test-classes"))
                        .toList());
    }

    /** The word on the terminal that lets the first person in. */
    String word() {
        return found(WORD);
    }

    int port() {
        return Integer.parseInt(found(PORT));
    }

    /** What it has written to its terminal so far, line by line. */
    List<String> said() {
        return said;
    }

    private String found(Pattern wanted) {
        for (String line : said) {
            Matcher match = wanted.matcher(line);
            if (match.find()) return match.group(1);
        }
        return null;
    }

    /** The code an authenticator app would show for the secret it was given as text. */
    static String code(String secret) {
        return Totp.code(secret(secret), Totp.step(Instant.now()));
    }

    /** @param text in groups of four, as a page shows it */
    static byte[] secret(String text) {
        String letters = text.replace(" ", "");
        byte[] bytes = new byte[letters.length() * 5 / 8];
        long buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : letters.toCharArray()) {
            buffer = buffer << 5 | BASE_32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException end) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
