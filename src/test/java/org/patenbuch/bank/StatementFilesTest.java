package org.patenbuch.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The files in {@code src/test/resources/bank}, uploaded one after the other as a treasurer would: what becomes of each
 * is stated in {@code outcomes.txt} beside them, first in a sentence, then statement by statement and booking by booking.
 */
class StatementFilesTest extends LedgerTest {
    static final Path FOLDER = Path.of("src/test/resources/bank");

    @Autowired
    private Statements statements;

    @Test
    void each_file_comes_to_what_is_stated_of_it() throws IOException {
        Map<String, String> stated = stated();
        assertThat(files()).containsExactlyElementsOf(stated.keySet()).hasSizeGreaterThan(60);
        for (String file : stated.keySet()) {
            assertThat(outcome(Files.readAllBytes(FOLDER.resolve(file))))
                    .as(file)
                    .isEqualTo(stated.get(file));
        }
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("outcomes.txt"))
                    .sorted()
                    .toList();
        }
    }

    /** By the name of the file, without the sentence. */
    static Map<String, String> stated() throws IOException {
        Map<String, String> stated = new LinkedHashMap<>();
        for (String block : Files.readString(FOLDER.resolve("outcomes.txt")).split("\n\n")) {
            String[] parts = block.strip().split("\n", 3);
            stated.put(parts[0], parts[2].stripIndent());
        }
        return stated;
    }

    private String outcome(byte[] file) {
        try {
            List<Statement> read = BankFile.read(file);
            var taken = statements
                    .take(file, anyone("finance"), false, Origin.api())
                    .statements()
                    .iterator();
            return read.stream()
                    .map(statement -> told(statement, taken.next().recorded()))
                    .collect(Collectors.joining("\n"));
        } catch (Unreadable refused) {
            return refused(refused.code(), refused.arguments());
        } catch (Rejected refused) {
            return refused(refused.code(), refused.arguments());
        }
    }

    private static String refused(String code, List<Object> arguments) {
        return Stream.concat(Stream.of("refused:", code), arguments.stream())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static String told(Statement statement, int recorded) {
        return "%s, %s, %s to %s, %s to %s: %d bookings, %d new%s"
                .formatted(
                        statement.account(),
                        statement.name(),
                        statement.from(),
                        statement.to(),
                        euro(statement.openingCents()),
                        euro(statement.closingCents()),
                        statement.lines().size(),
                        recorded,
                        statement.lines().stream().map(StatementFilesTest::told).collect(Collectors.joining()));
    }

    private static String told(Statement.Line line) {
        return "\n    %s %s, %s: %s"
                .formatted(line.bookedOn(), euro(line.cents()), text(line.name()), text(line.purpose()));
    }

    private static String euro(@Nullable Long cents) {
        return cents == null ? "-" : BigDecimal.valueOf(cents, 2).toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
