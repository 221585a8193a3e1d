package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} promises that each point is tested, and by which class. */
class SecurityTableTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d[^|]*) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}");
    private static final Pattern TEST = Pattern.compile("`(\\w+)`");

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .toList();
    }

    @Test
    void every_row_names_a_test_that_is_there() throws IOException {
        Set<String> tests;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            tests = all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(rows())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        row -> assertThat(TEST.matcher(row.group(3)).results().map(name -> name.group(1)))
                                .as(row.group())
                                .isNotEmpty()
                                .isSubsetOf(tests));
    }

    @Test
    void every_number_stands_there_once() throws IOException {
        List<String> numbers = rows().stream()
                .flatMap(row -> NUMBER.matcher(row.group(1)).results().map(MatchResult::group))
                .toList();

        assertThat(numbers).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }
}
