package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2} | form.unreadable",
                "{\"a\":1} x | form.unreadable",
                "{'a':1} | form.unreadable",
                "{\"a\":NaN} | form.unreadable",
                "{\"a\":1 | form.unreadable",
                "'' | form.not-an-object",
                "[] | form.not-an-object",
                "\"text\" | form.not-an-object",
                "null | form.not-an-object",
            })
    void refuses_what_is_no_json_object(String sent, String code) {
        assertThatThrownBy(() -> JsonBody.parse(sent.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        assertThatThrownBy(() -> JsonBody.parse("{\"name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> JsonBody.parse("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void refuses_objects_nested_deeper_than_any_form() {
        assertThat(JsonBody.parse(nested(10)).isObject()).isTrue();
        assertThatThrownBy(() -> JsonBody.parse(nested(11))).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> JsonBody.parse(nested(100_000))).isInstanceOf(Unreadable.class);
    }

    private static byte[] nested(int depth) {
        return ("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }
}
