package org.patenbuch.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** A process of its own that holds a data folder through the ordinary Spring wiring, as the application does. */
final class HoldingProcess implements AutoCloseable {
    private static final String UP = "PostgreSQL runs on";

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private HoldingProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static void main(String[] arguments) {
        var application = new SpringApplication(DatabaseConfiguration.class, DataSourceAutoConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        application.run(arguments);
    }

    /** Returns once the database is up; a process that ends before that is an error with its output. */
    static HoldingProcess start(Path dataDir) throws IOException {
        HoldingProcess started = launch(dataDir);
        while (!started.lines.toString().contains(UP)) {
            started.readLine();
        }
        return started;
    }

    static HoldingProcess launch(Path dataDir) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                HoldingProcess.class.getName(),
                "--patenbuch.data-dir=" + dataDir,
                "--patenbuch.programs-dir=" + TestFolder.PROGRAMS,
                "--spring.main.banner-mode=off");
        return new HoldingProcess(builder.redirectErrorStream(true).start());
    }

    private void readLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("ended: " + String.join("\n", lines));
        }
        lines.add(line);
    }

    /** Everything it says until it ends. */
    String untilEnd() throws IOException {
        output.lines().forEach(lines::add);
        return String.join("\n", lines);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end (SIGTERM) and answers everything it said; Java's own destroy would close the output. */
    String terminate() throws IOException {
        process.toHandle().destroy();
        return untilEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
