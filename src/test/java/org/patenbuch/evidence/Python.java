package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The second verifier, {@code docs/verify.py}. */
final class Python {
    /** @param firstBad null where no entry is named */
    record Answer(int exitCode, Long firstBad, String said) {}

    private Python() {}

    static Answer verify(Path pack, String... options) {
        try {
            List<String> command = new ArrayList<>(List.of("python3", "docs/verify.py", pack.toString(), "--json"));
            command.addAll(List.of(options));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONUTF8", "1"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            JsonNode first =
                    said.startsWith("{") ? new JsonMapper().readTree(said).path("firstBad") : null;
            return new Answer(exitCode, first == null || first.isNull() ? null : first.asLong(), said);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
