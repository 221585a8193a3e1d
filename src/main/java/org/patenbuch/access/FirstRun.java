package org.patenbuch.access;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets the first person in where there is no user yet: one word, on the terminal and in a file only its owner may read,
 * for 15 minutes and once. There is no default account, and as soon as there is any user this door is gone for ever.
 */
@Component
@Profile("!demo")
class FirstRun {
    static final String FILE = "setup-token";
    static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final Logger log = LoggerFactory.getLogger(FirstRun.class);
    private static final String LINE = "-".repeat(78);

    private final Users users;
    private final Clock clock;
    private final Path file;
    private final Environment environment;
    private byte @Nullable [] hash;
    private Instant until = Instant.EPOCH;

    FirstRun(Users users, Clock clock, @Value("${patenbuch.data-dir}") Path dataDir, Environment environment) {
        this.users = users;
        this.clock = clock;
        this.file = dataDir.resolve(FILE);
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        String port = environment.getProperty("local.server.port");
        if (port == null) return; // a sub-command beside the one that serves
        if (users.any()) end();
        else say(System.out, port, open());
    }

    /** @return the word, of which only the hash is kept here */
    synchronized String open() {
        String word = Secrets.random();
        hash = Secrets.hash(word);
        until = clock.instant().plus(GOOD_FOR);
        try {
            Files.deleteIfExists(file);
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, ownerOnly);
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, word + System.lineSeparator(), StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        CompletableFuture.delayedExecutor(GOOD_FOR.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> {
                    if (!isOpen()) end();
                });
        return word;
    }

    synchronized boolean isOpen() {
        return hash != null && clock.instant().isBefore(until) && !users.any();
    }

    synchronized boolean fits(String word) {
        return isOpen() && MessageDigest.isEqual(hash, Secrets.hash(word.strip()));
    }

    /** Does it once and shuts the door behind it. False if the word does not fit (any more). */
    synchronized boolean once(String word, Runnable setUp) {
        if (!fits(word)) return false;
        setUp.run();
        end();
        return true;
    }

    private synchronized void end() {
        hash = null;
        try {
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            log.warn("The file {} cannot be removed; the word in it opens nothing any more", FILE);
        }
    }

    private void say(PrintStream terminal, String port, String word) {
        terminal.println(LINE);
        terminal.println("  Patenbuch ist neu hier. Zum Einrichten in den nächsten 15 Minuten diese Seite öffnen:");
        terminal.println("  Patenbuch is new here. To set it up, open this page within 15 minutes:");
        terminal.println("      http://127.0.0.1:" + port + "/setup");
        terminal.println("  Einrichtungswort / set-up word:  " + word);
        terminal.println("  (auch in / also in: " + file + ")");
        terminal.println(LINE);
        terminal.flush();
    }
}
