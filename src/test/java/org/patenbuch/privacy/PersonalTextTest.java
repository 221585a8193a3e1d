package org.patenbuch.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Personal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonalTextTest extends LedgerTest {
    record Named(Personal name, Personal note) {}

    @Autowired
    private PersonalText personalText;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_was_sealed_is_read_again() throws Exception {
        Named stored = stored("Änne Ahorn", "mag Hunde 🐕");

        assertThat(personalText.open(stored.name())).contains("Änne Ahorn");
        assertThat(personalText.open(stored.note())).contains("mag Hunde 🐕");
    }

    @Test
    void the_stored_text_shows_nothing_and_is_never_twice_the_same() throws Exception {
        Named first = stored("Änne Ahorn", "x");
        Named second = stored("Änne Ahorn", "x");

        assertThat(first.name().sealed())
                .doesNotContain("Ahorn")
                .isNotEqualTo(second.name().sealed());
        assertThat(first.toString()).doesNotContain("Ahorn");
    }

    @Test
    void without_the_persons_key_the_text_is_gone_and_that_is_no_error() throws Exception {
        Named stored = stored("Änne Ahorn", "x");
        jdbc.sql("DELETE FROM keys.person_key WHERE subject = ?")
                .param(subject())
                .update();

        assertThat(personalText.open(stored.name())).isEmpty();
    }

    @Test
    void sealed_text_moved_to_another_field_or_changed_in_one_letter_is_not_read() throws Exception {
        Named stored = stored("Änne Ahorn", "x");
        String moved = stored.name().sealed().replace(":name:", ":note:");
        char last = stored.name().sealed().charAt(80);
        String changed = new StringBuilder(stored.name().sealed())
                .replace(80, 81, last == 'A' ? "B" : "A")
                .toString();

        assertThatThrownBy(() -> personalText.open(moved)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> personalText.open(changed)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void many_texts_are_opened_with_one_question_and_the_erased_ones_are_missing() throws Exception {
        Named stored = stored("Änne Ahorn", "x");
        String ofNobody = stored.name().sealed().replace("V-01", "V-02");

        PersonalText.Opened opened =
                personalText.openAll(Stream.of(stored.name().sealed(), null, ofNobody));

        assertThat(opened.text(stored.name().sealed())).isEqualTo("Änne Ahorn");
        assertThat(opened.text(null)).isNull();
        assertThat(opened.text(ofNobody)).isNull();
    }

    private Named stored(String name, String note) throws Exception {
        JsonMapper mapper =
                JsonMapper.builder().addModule(personalText.jacksonModule()).build();
        Named clear = new Named(Personal.of(subject(), name), Personal.of(subject(), note));
        String json = mapper.writer()
                .withAttribute(PersonalText.EVENT_ID, UUID.randomUUID().toString())
                .writeValueAsString(clear);
        return mapper.readValue(json, Named.class);
    }

    private String subject() {
        return partnership + "/sponsor/V-01";
    }
}
