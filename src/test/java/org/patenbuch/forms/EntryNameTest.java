package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"B-2012.1_SPK", "a", "...", "0123456789012345678901234567890123456789012345678901234567890123"})
    void takes_names_that_fit_into_an_address(String name) {
        assertThat(EntryName.read(name)).isEqualTo(Reading.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a b",
                "a/b",
                "Müller",
                "a\nb",
                "a%2e",
                "ａ",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void refuses_names_that_do_not(String name) {
        assertThat(EntryName.read(name)).isEqualTo(Reading.misread("form.not-a-name"));
    }

    @Test
    void tells_openapi_the_same_rule() {
        var random = new Random(64);
        for (int i = 0; i < 20_000; i++) {
            var name = new StringBuilder();
            for (int j = random.nextInt(i % 50 == 0 ? 70 : 4); j > 0; j--) {
                name.append("AZaz09._-@[`{/:ä ".charAt(random.nextInt(i % 3 == 0 ? 17 : 9)));
            }
            String text = name.toString();
            assertThat(EntryName.read(text) instanceof Reading.Understood)
                    .as(text)
                    .isEqualTo(text.strip().matches(EntryName.PATTERN));
        }
    }
}
