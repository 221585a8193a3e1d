package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotSentSecretsTest {
    private static final Pattern FIELD = Pattern.compile("<input[^>]*>");
    private static final Pattern SECRET = Pattern.compile("type=\"password\"|autocomplete=\"one-time-code\"");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");

    @Test
    void no_field_that_hides_what_is_typed_is_ever_given_back() throws IOException {
        List<String> names;
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            names = pages.filter(Files::isRegularFile)
                    .flatMap(page -> FIELD.matcher(read(page)).results())
                    .filter(field -> SECRET.matcher(field.group()).find())
                    .flatMap(field -> NAME.matcher(field.group()).results())
                    .map(name -> name.group(1))
                    .toList();
        }

        assertThat(names).contains("password", "current", "fresh", "code").allMatch(NotSent.SECRETS::contains);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
