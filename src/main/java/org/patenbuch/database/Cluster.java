package org.patenbuch.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL cluster on disk: made once, started on a free port of this machine, stopped in order. */
final class Cluster {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** A crash with a full write-ahead log takes minutes to recover on a slow disk. */
    private static final int START_SECONDS = 600;

    private static final int STOP_SECONDS = 60;
    private static final int PORTS_TO_TRY = 5;

    private final DataFolder folder;
    private final Programs programs;
    private final Account account;
    private final ServerProcess process;

    Cluster(DataFolder folder, Programs programs, Account account) throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.account = account;
        this.process = new ServerProcess(folder.cluster());
        account.letThrough(folder.path());
    }

    /** The cluster's passwords; a new cluster is made aside and moved in, so that one of that name is always whole. */
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
                throw refused(outcome);
            }
        } finally {
            Files.delete(first);
        }
    }

    /** Starts the server and answers its port; one that a killed Patenbuch left behind is stopped first. */
    int start() throws IOException {
        if (process.alive()) {
            log.info("A PostgreSQL that an earlier Patenbuch left running on {} is being stopped", folder.cluster());
            stop();
        }
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            var outcome = launch(port);
            if (outcome.good()) {
                return port;
            }
            if (attempt == PORTS_TO_TRY || !outcome.output().contains("could not bind")) {
                throw refused(outcome);
            }
        }
    }

    /** Starts a server that has died where its clients look for it. */
    void startAgain(int port) throws IOException {
        var outcome = launch(port);
        if (!outcome.good()) {
            throw refused(outcome);
        }
    }

    boolean alive() throws IOException {
        return process.alive();
    }

    /** pg_ctl puts the server into a session of its own: Ctrl-C on the terminal stops Patenbuch, which stops it. */
    private Command.Outcome launch(int port) throws IOException {
        process.endOrphans();
        process.forgetAnother();
        new ServerSettings(folder.cluster()).write(account);
        Path said = folder.cluster().resolve("log").resolve("start.log");
        Files.deleteIfExists(said);
        var outcome = Command.run(account.command(
                programs.path("pg_ctl"),
                "start",
                "--pgdata=" + folder.cluster(),
                "--log=" + said,
                "--wait",
                "--timeout=" + START_SECONDS,
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="));
        return outcome.good() || !Files.exists(said)
                ? outcome
                : new Command.Outcome(outcome.exit(), Files.readString(said));
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return probe.getLocalPort();
        }
    }

    /** Stops the server and whatever a killed one left behind. */
    void stop() throws IOException {
        if (!stopped("fast") && !stopped("immediate")) {
            throw new StartRefused(
                    "Der PostgreSQL-Server in " + folder.cluster() + " lässt sich nicht anhalten; beenden Sie ihn und"
                            + " starten Sie Patenbuch erneut.",
                    "The PostgreSQL server in " + folder.cluster() + " cannot be stopped; end it and start Patenbuch"
                            + " again.");
        }
        process.endOrphans();
    }

    /** Fast rolls back what is open; immediate is a crash, which the next start recovers from. */
    private boolean stopped(String mode) throws IOException {
        if (!process.alive()) {
            return true;
        }
        var outcome = Command.run(account.command(
                programs.path("pg_ctl"),
                "stop",
                "--pgdata=" + folder.cluster(),
                "--mode=" + mode,
                "--wait",
                "--timeout=" + STOP_SECONDS));
        if (!outcome.good()) {
            log.warn("PostgreSQL did not stop ({}): {}", mode, outcome.complaint());
        }
        return outcome.good();
    }

    private StartRefused refused(Command.Outcome outcome) {
        String complaint = outcome.complaint();
        return new StartRefused(
                "PostgreSQL startet im Datenordner " + folder.path() + " nicht (" + complaint
                        + "); beheben Sie die Ursache und starten Sie Patenbuch erneut.",
                "PostgreSQL does not start in the data folder " + folder.path() + " (" + complaint
                        + "); remove the cause and start Patenbuch again.");
    }
}
