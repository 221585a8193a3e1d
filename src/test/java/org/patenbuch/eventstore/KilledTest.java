package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.projections.Positions;
import org.patenbuch.projections.View;

/** The application killed at any instant, and started again: what was acknowledged is there, once, and the views agree. */
class KilledTest {
    private static final int CLIENTS = 8;

    /** So many commands are acknowledged before the time of a kill begins to run: a slow machine kills no idle node. */
    private static final int UNDER_LOAD = 11;

    /** Where each client has got to, and the positions it was given. */
    private final int[] next = new int[CLIENTS];

    private final Map<String, Long> acknowledged = new HashMap<>();
    private DatabaseLogins database;

    @Test
    void a_kill_loses_nothing_acknowledged_and_doubles_nothing() throws Exception {
        survive(1, 700);
    }

    @Test
    @Tag("faults")
    void a_hundred_kills_lose_nothing_acknowledged_and_double_nothing() throws Exception {
        survive(100, 300);
    }

    private void survive(int kills, int mostMillis) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("kills with -Dseed=" + seed);
        Random random = new Random(seed);
        database = TestDatabase.newDatabase();
        try (Node node = Node.start(database)) {
            KilledNode.before(CLIENTS).forEach(node::send);
        }
        for (int kill = 0; kill < kills; kill++) {
            loadAndKillAfter(random.nextInt(mostMillis));
        }
        System.out.println(acknowledged.size() + " commands acknowledged");
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(UNDER_LOAD * kills);
        try (Node node = Node.start(database)) {
            sendEverythingAgain(node);
            everythingIsThereOnce(node);
            viewsEqualARebuild(node);
        }
    }

    private void loadAndKillAfter(int millis) throws IOException, InterruptedException {
        Process process = child();
        try (BufferedReader said = process.inputReader()) {
            for (int line = 0; line < UNDER_LOAD; line++) {
                note(nextAcknowledgement(said).split(" "));
            }
            Thread killer = Thread.startVirtualThread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(millis);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                process.toHandle().destroyForcibly(); // the process itself would close its streams, and lines in them
            });
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                note(line.split(" "));
            }
            killer.join();
        }
        assertThat(process.waitFor()).as("killed, not ended").isEqualTo(128 + 9);
    }

    private static String nextAcknowledgement(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(KilledNode.ACKNOWLEDGED)) {
                return line;
            }
        }
        throw new IllegalStateException("the node ended before it was under load");
    }

    private void note(String[] words) {
        if (words.length == 4 && words[0].equals(KilledNode.ACKNOWLEDGED)) {
            int client = Integer.parseInt(words[1]);
            int n = Integer.parseInt(words[2]);
            acknowledged.put(client + "-" + n, Long.valueOf(words[3]));
            next[client] = Math.max(next[client], n + 1);
        }
    }

    private Process child() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dnodes=" + Node.keys(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledNode.class.getName()));
        Arrays.stream(next).forEach(n -> command.add(Integer.toString(n)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DATABASE", String.join("\n", KilledNode.environment(database)));
        return builder.start();
    }

    /** Acknowledged ones answer as the first time; the one that was under way at each kill is there or is not. */
    private void sendEverythingAgain(Node node) {
        for (int client = 0; client < CLIENTS; client++) {
            for (int n = 0; n <= next[client]; n++) {
                Receipt receipt = node.send(KilledNode.command(client, n));
                Long position = acknowledged.get(client + "-" + n);
                if (position != null) {
                    assertThat(receipt).isEqualTo(new Receipt(receipt.id(), position, true));
                }
            }
        }
    }

    private void everythingIsThereOnce(Node node) {
        long sent = KilledNode.before(CLIENTS).size() + Arrays.stream(next).sum() + CLIENTS;
        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM event")
                        .query(Long.class)
                        .single())
                .isEqualTo(sent);
        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(sent);
        assertThat(node.jdbc().sql("""
                        SELECT count(*) FROM (SELECT max(seq) + 1 - count(*) AS gaps FROM event
                                              GROUP BY partnership, stream) AS streams WHERE gaps > 0""").query(Long.class).single()).isZero();
    }

    private void viewsEqualARebuild(Node node) throws Exception {
        Map<String, String> live = tables(node);
        node.close();
        ViewTables.forget(database);
        try (Node rebuilt = Node.start(database)) {
            assertThat(tables(rebuilt)).isEqualTo(live).isNotEmpty();
        }
    }

    private static Map<String, String> tables(Node node) {
        long last = node.jdbc()
                .sql("SELECT max(position) FROM event")
                .query(Long.class)
                .single();
        for (View view : node.all(View.class)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> node.bean(Positions.class).of(view.name()).position() == last);
        }
        return ViewTables.sums(node.jdbc());
    }
}
