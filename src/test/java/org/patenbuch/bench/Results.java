package org.patenbuch.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of a run, with machine and date: printed, and kept as {@code target/bench/results.json}. */
final class Results {
    /**
     * One line.
     *
     * @param reach the figure of the quality targets; empty where there is none
     */
    record Line(String id, String what, String measured, String against, double ratio, String spread, String reach) {}

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
        lines.add(line);
        System.out.println(text(line));
    }

    void write() throws IOException {
        write("results");
    }

    void write(String name) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", LocalDate.now().toString());
        all.put("machine", machine());
        all.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        all.put("lines", lines);
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve(name + ".json");
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(file, mapper.writeValueAsBytes(all));
        System.out.println();
        System.out.println("| # | what | measured | against | ratio | rounds | reach |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        lines.forEach(line -> System.out.println(text(line)));
        System.out.println(machine() + ", " + all.get("java") + ", " + all.get("date"));
    }

    private static String text(Line line) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f | %s | %s |",
                line.id(),
                line.what(),
                line.measured(),
                line.against(),
                line.ratio(),
                line.spread(),
                line.reach());
    }

    private static String machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model = !Files.exists(cpus)
                ? System.getProperty("os.arch")
                : Files.readAllLines(cpus).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .orElse(System.getProperty("os.arch"));
        return Runtime.getRuntime().availableProcessors() + " × " + model;
    }
}
