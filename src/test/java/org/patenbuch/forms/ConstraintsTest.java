package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patenbuch.forms.BinderTest.GOOD;
import static org.patenbuch.forms.BinderTest.codes;

import jakarta.validation.Validation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Positive;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    record Span(LocalDate from, LocalDate to, @Positive int times) implements Checked {
        @Override
        public List<FieldProblem> mistakes() {
            return to.isBefore(from) ? List.of(FieldProblem.of("to", "form.ends-before-it-begins")) : List.of();
        }

        @AssertTrue(message = "form.out-of-range")
        boolean isLeapYear() {
            return from.isLeapYear();
        }
    }

    record Spans(List<Span> spans) {}

    record Unclear(LocalDate to) {
        boolean isTo() {
            return true;
        }
    }

    private final Binder binder =
            new Binder(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void names_broken_rules_beside_unreadable_fields() {
        String sent = GOOD.replace("125000", "0").replace(":90", ":1441").replace("\"2011-01-01\"", "5");
        assertThat(codes(json(sent)))
                .containsExactly("since form.not-a-text", "amountCents form.too-small", "minutes form.too-big");
    }

    @Test
    void amounts_in_arguments_are_cents_and_numbers_are_not() {
        assertThat(json(GOOD.replace("125000", "0"))
                        .problems("amountCents")
                        .getFirst()
                        .arguments())
                .containsExactly(1L);
        assertThat(json(GOOD.replace(":90", ":0"))
                        .problems("minutes")
                        .getFirst()
                        .arguments())
                .containsExactly(1);
    }

    @Test
    void demands_of_the_whole_record_are_checked_once_its_fields_are_good() {
        assertThat(codes(spans("2012-02-01", "2012-01-31", 1)))
                .containsExactly("spans[0].to form.ends-before-it-begins");
        assertThat(codes(spans("2012-02-01", "2012-01-31", 0))).containsExactly("spans[0].times form.too-small");
        assertThat(codes(spans("2013-02-01", "2013-02-28", 1))).containsExactly("spans[0].leapYear form.out-of-range");
        assertThat(codes(spans("2012-02-30", "2012-01-31", 0)))
                .containsExactly("spans[0].from form.date-impossible", "spans[0].times form.too-small");
    }

    @Test
    void refuses_a_record_that_bean_validation_would_misread() {
        assertThatThrownBy(() -> binder.bind(Unclear.class, Source.row(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Checked");
    }

    private Bound<Spans> spans(String from, String to, int times) {
        String sent = "{\"spans\":[{\"from\":\"%s\",\"to\":\"%s\",\"times\":%d}]}".formatted(from, to, times);
        return binder.bind(Spans.class, Source.json(JsonBody.parse(sent.getBytes(StandardCharsets.UTF_8))));
    }

    private Bound<BinderTest.Form> json(String text) {
        return binder.bind(BinderTest.Form.class, Source.json(JsonBody.parse(text.getBytes(StandardCharsets.UTF_8))));
    }
}
