package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What a reader is told to type, Maven must know: it takes a profile that does not exist for a slip and goes on. */
class BuildFileTest {
    private static final Pattern NAMED = Pattern.compile("\\bmvn\\b[^`\\n]* -P(\\w+)");

    private static Document pom;

    @BeforeAll
    static void read() throws Exception {
        pom = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse("pom.xml");
    }

    @Test
    void every_profile_that_is_spoken_of_exists() throws Exception {
        assertThat(spokenOf()).contains("faults", "sbom").isSubsetOf(texts("/project/profiles/profile/id"));
    }

    @Test
    void the_first_command_starts_the_demonstration_and_nothing_else() throws Exception {
        assertThat(texts("//plugin[artifactId='spring-boot-maven-plugin']/configuration/profiles/*"))
                .containsExactly("demo");
    }

    private static Set<String> spokenOf() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            for (Path file : Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("src/main/docker/Dockerfile")),
                            docs.filter(path -> path.toString().endsWith(".md")))
                    .toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }

    private static Set<String> texts(String path) throws Exception {
        var found = (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }
}
