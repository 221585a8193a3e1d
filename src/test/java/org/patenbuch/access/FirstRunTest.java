package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.ExtendedModelMap;

/** A new installation on an empty database: one word lets one person in, once and for 15 minutes. */
class FirstRunTest {
    private static final String PASSWORD = "drei Krähen auf dem Dach";

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private final List<String> founded = new ArrayList<>();
    private boolean journalIsShut;
    private Users users;
    private FirstRun firstRun;
    private SetupPages pages;

    @BeforeEach
    void empty() {
        DatabaseLogins logins = TestDatabase.newDatabase();
        DriverManagerDataSource app = source(logins.app());
        users = new Users(JdbcClient.create(app));
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        firstRun = new FirstRun(users, clock, folder, new MockEnvironment());
        Passwords passwords = new Passwords();
        pages = new SetupPages(
                Optional.of(firstRun),
                users,
                passwords,
                new NewPassword(users, passwords),
                new Attempts(clock),
                (who, partnership, name) -> {
                    if (journalIsShut) throw new IllegalStateException("the journal takes nothing");
                    founded.add(partnership + ": " + name);
                },
                new TransactionTemplate(new DataSourceTransactionManager(app)));
    }

    private static DriverManagerDataSource source(DatabaseLogin login) {
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }

    @Test
    void the_word_lies_in_a_file_only_its_owner_reads_and_makes_the_first_administrator() throws IOException {
        String word = firstRun.open();
        Path file = folder.resolve(FirstRun.FILE);
        assertThat(Files.readString(file).strip()).isEqualTo(word).hasSizeGreaterThanOrEqualTo(22);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(setUp(word, "Chefin", PASSWORD, "rosenstadt")).isEqualTo("redirect:/login?ready");

        User admin = users.byLogin("chefin").orElseThrow();
        assertThat(users.in("rosenstadt", admin.userId()).orElseThrow().roles()).containsExactly(Role.ADMIN);
        assertThat(founded).containsExactly("rosenstadt: Rosenstadt");
        assertThat(file).doesNotExist();
        assertGone(word);
    }

    @Test
    void is_done_whole_or_not_at_all_and_then_may_be_tried_again() {
        String word = firstRun.open();
        journalIsShut = true;
        assertThatThrownBy(() -> setUp(word, "chefin", PASSWORD, "rosenstadt")).hasMessageContaining("takes nothing");
        assertThat(users.byLogin("chefin")).isEmpty();

        journalIsShut = false;
        assertThat(setUp(word, "chefin", PASSWORD, "rosenstadt")).startsWith("redirect:");
        assertThat(founded).hasSize(1);
    }

    @Test
    void after_15_minutes_the_word_opens_nothing() {
        String word = firstRun.open();
        now.set(now.get().plus(Duration.ofMinutes(15)));

        assertGone(word);
        assertThat(users.any()).isFalse();
    }

    @Test
    void where_there_is_any_user_there_is_no_such_page() {
        String word = firstRun.open();
        users.put(new User("u", "u", "x", false, null, false));

        assertGone(word);
    }

    @Test
    void without_a_word_there_is_no_such_page() {
        assertGone("");
        assertGone("null");
    }

    @Test
    void a_wrong_word_lets_nobody_in_and_guessing_ends_soon() {
        String word = firstRun.open();
        for (int i = 0; i < Attempts.OF_LINKS; i++) {
            assertThat(setUp(word + i, "chefin", PASSWORD, "rosenstadt")).isEqualTo("access/setup");
        }

        assertThatThrownBy(() -> setUp(word, "chefin", PASSWORD, "rosenstadt")).hasMessageContaining("429");
        assertThat(users.any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "chefin, kurz, rosenstadt",
        "chefin, passwort1234, rosenstadt",
        "x, drei Krähen auf dem Dach, rosenstadt",
        "'che fin', drei Krähen auf dem Dach, rosenstadt",
        "chefin, drei Krähen auf dem Dach, api",
        "chefin, drei Krähen auf dem Dach, ../etc",
        "chefin, drei Krähen auf dem Dach, Rosen stadt"
    })
    void what_will_not_do_is_said_and_the_word_stays_good(String login, String password, String partnership) {
        String word = firstRun.open();

        assertThat(setUp(word, login, password, partnership)).isEqualTo("access/setup");
        assertThat(users.any()).isFalse();
        assertThat(setUp(word, "chefin", PASSWORD, "rosenstadt")).startsWith("redirect:");
    }

    @Test
    void of_two_at_the_same_moment_one_is_let_in() throws InterruptedException {
        String word = firstRun.open();
        AtomicInteger in = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> both = List.of(thread(word, "eins", start, in), thread(word, "zwei", start, in));
        start.countDown();
        for (Thread one : both) one.join();

        assertThat(in).hasValue(1);
        assertThat(founded).hasSize(1);
    }

    private Thread thread(String word, String login, CountDownLatch start, AtomicInteger in) {
        return Thread.ofVirtual().start(() -> {
            try {
                start.await();
                if (setUp(word, login, PASSWORD, "rosenstadt").startsWith("redirect:")) in.incrementAndGet();
            } catch (NotFound tooLate) {
                assertThat(users.any()).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void assertGone(String word) {
        assertThatThrownBy(() -> pages.show(new ExtendedModelMap())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> setUp(word, "dieb", PASSWORD, "rosenstadt")).isInstanceOf(NotFound.class);
    }

    private String setUp(String word, String login, String password, String partnership) {
        return pages.setUp(
                new MockHttpServletRequest(), word, login, password, partnership, "Rosenstadt", new ExtendedModelMap());
    }
}
