package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class SentencesTest {
    private static final Pattern CODE = Pattern.compile("\"((?:form|import)\\.[a-z-]+(?:\\.[a-z-]+)*)\"");

    private final Sentences sentences = new Sentences(messages());

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void of_several_lines_the_one_that_is_wrong_is_named() {
        var line = FieldProblem.of("districts[2]", "form.too-long", 100);
        assertThat(line.at()).isEqualTo("districts");
        assertThat(sentences.of(line, Locale.GERMAN)).startsWith("Angabe 3: Bitte kürzen");
        assertThat(sentences.of(line, Locale.ENGLISH)).startsWith("Item 3: ");
        assertThat(new Bound<>(null, List.of(line), Map.of()).problems("districts"))
                .hasSize(1);

        var row = FieldProblem.of("instalments[1].dueOn", "form.required");
        assertThat(row.at()).isEqualTo("instalments[1].dueOn");
        assertThat(row.number()).isEqualTo(2);
        assertThat(sentences.of(row, Locale.GERMAN)).isEqualTo("Bitte ausfüllen.");
        assertThat(FieldProblem.of("on", "form.required").number()).isZero();
    }

    @Test
    void amounts_and_days_are_written_as_the_reader_writes_them() {
        var ambiguous = FieldProblem.of("amountCents", "form.amount-ambiguous", 125_000L, 125L);
        assertThat(sentences.of(ambiguous, Locale.GERMANY)).contains("als 1.250,00 € oder als rund 1,25 €");
        assertThat(sentences.of(ambiguous, Locale.UK)).contains("as 1,250.00 € or as about 1.25 €");
        assertThat(sentences.of("form.too-small", List.of(LocalDate.of(2013, 2, 1)), Locale.GERMAN))
                .contains("01.02.2013");
        assertThat(sentences.of("form.too-long", List.of(2000), Locale.GERMAN)).contains("höchstens 2000 Zeichen");
    }

    @Test
    void a_code_without_a_sentence_still_says_something() {
        assertThat(sentences.of("form.no-such-code", List.of(), Locale.ENGLISH))
                .isEqualTo("Please check these entries.");
    }

    @Test
    void every_code_in_the_source_has_a_sentence_in_both_languages() throws IOException {
        var german = keys("/messages.properties");
        var english = keys("/messages_en.properties");
        assertThat(german).isEqualTo(english);
        var codes = new TreeSet<String>();
        for (String module : List.of("forms", "intake")) {
            try (var files = Files.list(Path.of("src/main/java/org/patenbuch", module))) {
                files.filter(Files::isRegularFile).forEach(file -> collect(file, codes));
            }
        }
        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(german).containsAll(codes);
    }

    private static void collect(Path file, TreeSet<String> codes) {
        try {
            CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> keys(String file) throws IOException {
        var properties = new Properties();
        try (var in = SentencesTest.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var keys = new TreeSet<>(properties.stringPropertyNames());
        keys.removeIf(key -> !key.startsWith("form.") && !key.startsWith("import."));
        return keys;
    }
}
