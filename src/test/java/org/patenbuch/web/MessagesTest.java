package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** German and English say the same things, and everything that can be said has its sentence. */
class MessagesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern REJECTED = Pattern.compile("new Rejected\\(\\s*\"([^\"]+)\"");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][a-zA-Z.-]*)[(}]");

    private final Properties german = read("messages.properties");
    private final Properties english = read("messages_en.properties");

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(english.stringPropertyNames()).isEqualTo(german.stringPropertyNames());
    }

    @Test
    void no_sentence_is_empty_and_none_stands_twice() throws IOException {
        for (String file : Set.of("messages.properties", "messages_en.properties")) {
            var keys = Files.readAllLines(MAIN.resolve("resources").resolve(file)).stream()
                    .filter(line -> line.matches("[A-Za-z].*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
            assertThat(read(file).values())
                    .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        }
    }

    @Test
    void both_languages_name_the_same_things_in_each_sentence() {
        german.stringPropertyNames()
                .forEach(key -> assertThat(placeholders(english.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(german.getProperty(key))));
    }

    @Test
    void every_sentence_can_be_formatted_and_loses_no_apostrophe() {
        Stream.of(german, english).flatMap(texts -> texts.entrySet().stream()).forEach(text -> {
            String sentence = text.getValue().toString();
            String key = text.getKey().toString();
            // Those of the journal name fields of events; EventCatalogueTest looks after them
            if (!key.startsWith("journal.")) new MessageFormat(sentence);
            assertThat(sentence).as(key).doesNotContain("'");
        });
    }

    @Test
    void every_refusal_has_its_sentence() {
        Set<String> codes = found(MAIN.resolve("java"), ".java", REJECTED, match -> "rejected." + match.group(1));

        assertThat(codes).isNotEmpty();
        assertThat(german.stringPropertyNames()).containsAll(codes);
    }

    @Test
    void everything_a_page_says_has_its_sentence() {
        Set<String> keys = found(MAIN.resolve("resources/templates"), ".html", IN_TEMPLATE, match -> match.group(1));

        assertThat(keys).isNotEmpty();
        assertThat(german.stringPropertyNames()).containsAll(keys);
    }

    @Test
    void every_status_has_a_title_for_its_page_and_a_sentence() {
        for (int status : new int[] {400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500, 503}) {
            String word = Refusal.of(org.springframework.http.HttpStatus.valueOf(status))
                    .word();
            assertThat(german.stringPropertyNames()).contains("error." + word, "error.title." + word);
        }
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Path folder, String ending, Pattern wanted, Function<MatchResult, String> key) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> wanted.matcher(text(file)).results().map(key))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(MAIN.resolve("resources").resolve(file))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
