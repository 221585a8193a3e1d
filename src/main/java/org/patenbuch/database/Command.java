package org.patenbuch.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs one program to its end, without the surrounding PG… variables, which would point it at another server. */
final class Command {
    private Command() {}

    /** How a program ended and everything it said. */
    record Outcome(int exit, String output) {
        boolean good() {
            return exit == 0;
        }

        /** The last thing it said that names a failure, else the last line; for a sentence to a person. */
        String complaint() {
            List<String> lines =
                    output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            return lines.stream()
                    .filter(line -> line.contains("FATAL") || line.contains("error:"))
                    .reduce((first, second) -> second)
                    .orElse(lines.isEmpty() ? "exit " + exit : lines.getLast());
        }
    }

    static Outcome run(List<String> words) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try (var output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + words.getFirst(), e);
        }
    }
}
