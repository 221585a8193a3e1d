package org.patenbuch.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Accounting programs that are not ours, as Debian installs them. */
final class Foreign {
    record Said(int exit, String output) {}

    private Foreign() {}

    static boolean installed(String... programs) {
        return Arrays.stream(programs)
                .allMatch(program -> Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    static Said run(String... command) {
        try {
            Path output = Files.createTempFile("foreign", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as(String.join(" ", command))
                    .isTrue();
            String said = Files.readString(output);
            Files.delete(output);
            return new Said(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return cents by account, of lines such as {@code "Assets:Fund:F-1","12.50 EUR"}; accounts without any left out */
    static Map<String, Long> amounts(Said said) {
        assertThat(said.exit()).as(said.output()).isZero();
        Map<String, Long> amounts = new TreeMap<>();
        said.output().lines().map(line -> line.replace("\"", "").split(",")).forEach(cells -> {
            String amount = cells.length < 2 ? "" : cells[1].replace("EUR", "").strip();
            if (amount.matches("-?[0-9]+(\\.[0-9]+)?")) {
                long cents = new java.math.BigDecimal(amount).movePointRight(2).longValueExact();
                if (cents != 0) {
                    amounts.put(cells[0].strip(), cents);
                }
            }
        });
        return amounts;
    }
}
