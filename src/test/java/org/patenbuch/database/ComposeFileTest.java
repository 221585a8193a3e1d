package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml cannot be run everywhere, but what it names must exist. */
class ComposeFileTest {
    private static Map<String, Map<String, Object>> services;
    private static Map<String, Object> compose;

    @BeforeAll
    static void read() throws IOException {
        compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        services = as(compose.get("services"));
    }

    @SuppressWarnings("unchecked")
    private static <T> T as(Object yaml) {
        return (T) yaml;
    }

    private static Map<String, Object> environment(String service) {
        return as(services.get(service).get("environment"));
    }

    @Test
    void every_setting_of_the_application_exists() throws IOException {
        Set<String> known = settings();
        assertThat(known).contains("SPRING_DATASOURCE_URL").doesNotContain("SPRING_DATASOURCE_URI");
        assertThat(environment("app").keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    /** What Spring Boot's own metadata and our application.yml know, in the spelling of environment variables. */
    private static Set<String> settings() throws IOException {
        var names = new HashSet<String>();
        var json = new ObjectMapper();
        for (URL metadata : Collections.list(
                ComposeFileTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            json.readTree(metadata.openStream())
                    .path("properties")
                    .forEach(p -> names.add(p.path("name").asText()));
        }
        var ours = new YamlPropertiesFactoryBean();
        ours.setResources(new ClassPathResource("application.yml"));
        var properties = ours.getObject();
        names.addAll(properties.stringPropertyNames());
        var variables =
                new HashSet<>(found("\\$\\{([A-Z_]+)[:}]", properties.values().toString()));
        names.forEach(
                name -> variables.add(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)));
        return variables;
    }

    @Test
    void both_services_say_when_they_are_well_and_the_application_waits_for_the_database() {
        assertThat(services).containsOnlyKeys("app", "postgres");
        assertThat(services.values()).allSatisfy(service -> assertThat(service).containsKey("healthcheck"));
        assertThat(services.get("app").get("depends_on"))
                .isEqualTo(Map.of("postgres", Map.of("condition", "service_healthy")));
        assertThat(services.get("postgres").get("image")).isEqualTo("postgres:" + DataFolder.MAJOR);
    }

    @Test
    void every_password_comes_from_outside_and_its_absence_is_said() {
        var passwords = Stream.of("app", "postgres")
                .flatMap(service -> environment(service).entrySet().stream())
                .filter(entry -> entry.getKey().contains("PASSWORD"))
                .toList();
        assertThat(passwords)
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.getValue().toString())
                        .matches("\\$\\{[A-Z_]+:\\?set [A-Z_]+ in the file \\.env}"));
    }

    @Test
    void data_lie_in_named_volumes_and_mounted_files_exist() {
        Map<String, Object> named = as(compose.get("volumes"));
        for (Map<String, Object> service : services.values()) {
            List<String> mounts = as(service.get("volumes"));
            assertThat(mounts).isNotEmpty().allSatisfy(mount -> {
                String source = mount.substring(0, mount.indexOf(':'));
                assertThat(named.containsKey(source) || Files.isRegularFile(Path.of(source)))
                        .as(mount)
                        .isTrue();
            });
        }
    }

    @Test
    void both_roles_of_the_connection_are_made_by_the_script_it_mounts() throws IOException {
        String script = Files.readString(Path.of("src/main/docker/roles.sh"));
        assertThat(script)
                .contains("create role " + environment("app").get("SPRING_DATASOURCE_USERNAME") + " login password")
                .contains("create role " + environment("app").get("SPRING_FLYWAY_USER") + " login password");
        assertThat(environment("app")).containsEntry("SPRING_DATASOURCE_USERNAME", Roles.APP);
        assertThat(environment("app")).containsEntry("SPRING_FLYWAY_USER", Roles.OWNER);
        assertThat(environment("postgres").keySet()).containsAll(found("\\$(PATENBUCH_[A-Z_]+)", script));
    }

    @Test
    void the_image_is_built_from_files_that_exist_and_runs_as_nobody_special() throws IOException {
        Map<String, Object> build = as(services.get("app").get("build"));
        String file = Files.readString(Path.of(build.get("dockerfile").toString()));
        assertThat(file)
                .contains("FROM eclipse-temurin:25-jdk AS build", "HEALTHCHECK", "/build/target/patenbuch.jar")
                .containsPattern("(?m)^USER patenbuch$");
        found("(?m)^COPY ([a-z.]+) ", file)
                .forEach(source -> assertThat(Path.of(source)).exists());
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
