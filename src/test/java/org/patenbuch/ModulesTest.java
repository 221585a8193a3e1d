package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private static final Path DESCRIPTION = Path.of("docs/architecture.md");
    private static final Path SOURCES = Path.of("src/main/java/org/patenbuch");
    private static final String BEGIN = "<!-- modules: written by ModulesTest -->\n";
    private static final String END = "<!-- /modules -->";
    private static final Pattern SENTENCE =
            Pattern.compile("/\\*\\*\\s*(Decides|Shows|Runs|The)\\b([^.]*(?:\\.\\w[^.]*)*)\\.");

    /** A folder decides, shows or runs: the first word of its description says which. */
    private record Module(String name, String does, String what, List<String> uses) {
        String line() {
            return "| `%s` | %s%s | %s |".formatted(name, does, what, String.join(" ", uses));
        }
    }

    @Test
    void every_module_uses_only_what_it_says_it_uses() {
        ApplicationModules.of(Patenbuch.class).verify();
    }

    @Test
    void every_module_says_in_one_sentence_what_it_decides_shows_or_runs() {
        assertThat(modules()).allSatisfy(module -> assertThat(module.what()).hasSizeGreaterThan(10));
    }

    /** With {@code -Dmodules.write=true} the description is written anew instead. */
    @Test
    void the_description_shows_the_modules_as_they_are() throws IOException {
        String description = Files.readString(DESCRIPTION);
        String before = description.substring(0, description.indexOf(BEGIN) + BEGIN.length());
        String after = description.substring(description.indexOf(END));
        String table = Stream.of("Decides", "Shows", "Runs", "The")
                .flatMap(word -> modules().filter(module -> module.does().equals(word)))
                .map(Module::line)
                .collect(Collectors.joining("\n", "| module | what it does | may use |\n| --- | --- | --- |\n", "\n"));
        if (Boolean.getBoolean("modules.write")) {
            Files.writeString(DESCRIPTION, before + table + after);
        } else {
            assertThat(description)
                    .as("%s; mvn test -Dtest=ModulesTest -Dmodules.write=true brings it up to date", DESCRIPTION)
                    .isEqualTo(before + table + after);
        }
    }

    private static Stream<Module> modules() {
        return ApplicationModules.of(Patenbuch.class).stream()
                .map(module -> module(module.getBasePackage().getName()))
                .sorted((one, other) -> one.name().compareTo(other.name()));
    }

    private static Module module(String packageName) {
        String name = packageName.substring(packageName.lastIndexOf('.') + 1);
        try {
            String text = Files.readString(SOURCES.resolve(name).resolve("package-info.java"))
                    .replaceAll("\\s*\\n \\* ?", " ");
            Matcher sentence = SENTENCE.matcher(text);
            assertThat(sentence.find())
                    .as("package-info of " + name + " begins with Decides, Shows or Runs")
                    .isTrue();
            ApplicationModule declared =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            List<String> uses =
                    Arrays.stream(declared.allowedDependencies()).sorted().toList();
            return new Module(name, sentence.group(1), sentence.group(2), uses);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
