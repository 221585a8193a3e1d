package org.patenbuch.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL cluster on disk: made once, started on a free port of this machine, stopped in order. */
final class Cluster {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** A crash with a full write-ahead log takes minutes to recover on a slow disk. */
    private static final String START_SECONDS = "600";

    private static final int PORTS_TO_TRY = 5;

    private final DataFolder folder;
    private final Programs programs;
    private final Account account;

    Cluster(DataFolder folder, Programs programs) throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.account = Account.of(folder.cluster());
        account.letThrough(folder.path());
    }

    /** Makes the cluster aside and moves it into place: a folder of that name is always a whole cluster. */
    Passwords passwords() throws IOException {
        if (Files.exists(folder.cluster())) {
            return Passwords.read(folder.passwords());
        }
        Path draft = folder.path().resolve("postgresql.unfinished");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectory(
                draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(draft);
        Passwords passwords = Passwords.create();
        initialise(draft, passwords);
        passwords.write(folder.passwords());
        Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        return passwords;
    }

    private void initialise(Path draft, Passwords passwords) throws IOException {
        Path first = folder.path().resolve("first-password");
        PrivateFile.write(first, passwords.superuser());
        account.own(first);
        try {
            var outcome = Command.run(account.command(
                    programs.path("initdb"),
                    "--pgdata=" + draft,
                    "--username=postgres",
                    "--pwfile=" + first,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums"));
            if (!outcome.good()) {
                throw failed(outcome);
            }
        } finally {
            Files.delete(first);
        }
    }

    /** Starts the server and answers its port; a server that a killed Patenbuch left behind is stopped first. */
    int start() throws IOException {
        stopLeftover();
        new ServerSettings(folder.cluster()).write(account);
        Path said = folder.cluster().resolve("log").resolve("start.log");
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Files.deleteIfExists(said);
            var outcome = Command.run(account.command(
                    programs.path("pg_ctl"),
                    "start",
                    "--pgdata=" + folder.cluster(),
                    "--log=" + said,
                    "--wait",
                    "--timeout=" + START_SECONDS,
                    "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="));
            if (outcome.good()) {
                return port;
            }
            var words =
                    new Command.Outcome(outcome.exit(), Files.exists(said) ? Files.readString(said) : outcome.output());
            if (attempt == PORTS_TO_TRY || !words.output().contains("could not bind")) {
                throw failed(words);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return probe.getLocalPort();
        }
    }

    private void stopLeftover() throws IOException {
        var pidFile = new PidFile(folder.cluster());
        if (pidFile.server().isPresent()) {
            log.info("A PostgreSQL that an earlier Patenbuch left running on {} is being stopped", folder.cluster());
            stop();
        }
        pidFile.removeIfOfAnother();
    }

    /** Fast shutdown, and if that is not enough an immediate one, which the next start recovers from. */
    void stop() throws IOException {
        var pidFile = new PidFile(folder.cluster());
        for (String mode : List.of("fast", "immediate")) {
            if (pidFile.server().isEmpty()) {
                return;
            }
            var outcome = Command.run(account.command(
                    programs.path("pg_ctl"),
                    "stop",
                    "--pgdata=" + folder.cluster(),
                    "--mode=" + mode,
                    "--wait",
                    "--timeout=60"));
            if (outcome.good()) {
                return;
            }
            log.warn("PostgreSQL did not stop ({}): {}", mode, outcome.complaint());
        }
        if (pidFile.server().isPresent()) {
            throw new StartRefused(
                    "Der PostgreSQL-Server in " + folder.cluster() + " lässt sich nicht anhalten; beenden Sie ihn und"
                            + " starten Sie Patenbuch erneut.",
                    "The PostgreSQL server in " + folder.cluster() + " cannot be stopped; end it and start Patenbuch"
                            + " again.");
        }
    }

    private StartRefused failed(Command.Outcome outcome) {
        String complaint = outcome.complaint();
        return new StartRefused(
                "PostgreSQL startet im Datenordner " + folder.path() + " nicht (" + complaint
                        + "); beheben Sie die Ursache und starten Sie Patenbuch erneut.",
                "PostgreSQL does not start in the data folder " + folder.path() + " (" + complaint
                        + "); remove the cause and start Patenbuch again.");
    }
}
