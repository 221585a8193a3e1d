package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BinderTest {
    enum Kind {
        COMPANY,
        PUBLIC_BODY
    }

    record Instalment(LocalDate dueOn, @Positive long amountCents) {}

    record Consent(LocalDate givenOn, @Nullable String scope) {}

    record Form(
            @Nullable String id,
            @Size(min = 2, max = 10) String name,
            Kind kind,
            @NotEmpty List<Kind> roles,
            LocalDate since,
            @Positive long amountCents,
            @Min(1) @Max(1440) int minutes,
            boolean restricted,
            @Nullable Integer year,
            @Nullable List<Instalment> instalments,
            @Nullable Consent consent,
            @EntryId @Nullable String referredBy,

            @Pattern(regexp = "\\d{4}-\\d{2}", message = "form.not-a-month") @Nullable
            String month,

            @Nullable List<@Size(max = 5) String> participants,
            @Nullable String note) {}

    static final String GOOD = """
            {"id":"P-1","name":"Stadtwerke","kind":"COMPANY","roles":["COMPANY"],"since":"2011-01-01",
             "amountCents":125000,"minutes":90,"restricted":true,"consent":{"givenOn":"2011-01-02"},
             "instalments":[{"dueOn":"2012-01-01","amountCents":1}],"participants":["a","b"]}
            """;

    private final Binder binder =
            new Binder(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void reads_every_type_from_json() {
        assertThat(json(GOOD).orThrow())
                .isEqualTo(new Form(
                        "P-1",
                        "Stadtwerke",
                        Kind.COMPANY,
                        List.of(Kind.COMPANY),
                        LocalDate.of(2011, 1, 1),
                        125_000,
                        90,
                        true,
                        null,
                        List.of(new Instalment(LocalDate.of(2012, 1, 1), 1)),
                        new Consent(LocalDate.of(2011, 1, 2), null),
                        null,
                        null,
                        List.of("a", "b"),
                        null));
    }

    @Test
    void names_every_missing_field_at_once() {
        assertThat(codes(json("{}")))
                .containsExactly(
                        "name form.required",
                        "kind form.required",
                        "roles form.required",
                        "since form.required",
                        "amountCents form.required",
                        "minutes form.required",
                        "restricted form.required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amountCents | \"125000\" | amountCents form.not-whole-cents",
                "amountCents | 125000.0 | amountCents form.not-whole-cents",
                "amountCents | 1e3 | amountCents form.not-whole-cents",
                "amountCents | -5 | amountCents form.amount-negative",
                "amountCents | 0 | amountCents form.too-small",
                "amountCents | 1000000000000 | amountCents form.amount-too-large",
                "amountCents | -9223372036854775808 | amountCents form.amount-negative",
                "amountCents | 99999999999999999999999 | amountCents form.amount-too-large",
                "amountCents | null | amountCents form.required",
                "amountCents | [1] | amountCents form.not-whole-cents",
                "minutes | \"1:30\" | minutes form.not-a-whole-number",
                "minutes | 4294967386 | minutes form.out-of-range",
                "minutes | 90.5 | minutes form.not-a-whole-number",
                "restricted | \"true\" | restricted form.not-true-or-false",
                "restricted | 1 | restricted form.not-true-or-false",
                "since | \"01.01.2011\" | since form.not-a-date",
                "since | \"2011-02-29\" | since form.date-impossible",
                "since | \"\" | since form.not-a-date",
                "kind | \"company\" | kind form.unknown-value",
                "kind | 0 | kind form.not-a-text",
                "roles | [] | roles form.required",
                "roles | [null] | roles[0] form.required",
                "roles | \"COMPANY\" | roles form.not-a-list",
                "roles | [\"COMPANY\",\"X\"] | roles[1] form.unknown-value",
                "id | \"a b\" | id form.not-a-name",
                "id | \"\" | id form.not-a-name",
                "referredBy | \"ä\" | referredBy form.not-a-name",
                "name | \"  \" | name form.required",
                "name | \"a\" | name form.too-short",
                "name | \"12345678901\" | name form.too-long",
                "name | \"a\\u0000b\" | name form.bad-character",
                "name | \"a\\ud800b\" | name form.bad-character",
                "name | \"a\\u009fb\" | name form.bad-character",
                "name | {} | name form.not-a-text",
                "month | \"2011\" | month form.not-a-month",
                "year | 2011.5 | year form.not-a-whole-number",
                "consent | [] | consent form.not-an-object",
                "consent | {} | consent.givenOn form.required",
                "consent | {\"givenOn\":\"2011-01-01\",\"by\":1} | consent.by form.unknown-field",
                "instalments | [{\"dueOn\":\"2011-01-01\",\"amountCents\":0}]"
                        + " | instalments[0].amountCents form.too-small",
                "participants | [\"a\",\"123456\"] | participants[1] form.too-long",
                "purpose | 1 | purpose form.unknown-field",
                "pur\\npose | 1 | pur?pose form.unknown-field",
            })
    void refuses_a_value_of_the_wrong_kind(String field, String value, String problem) {
        ObjectNode good = (ObjectNode) new JsonMapper().readTree(GOOD);
        good.remove(field.translateEscapes());
        assertThat(codes(json(
                        "{\"" + field + "\":" + value + "," + good.toString().substring(1))))
                .containsExactly(problem);
    }

    record Reasoned(@Size(min = 1) String reason) {}

    @Test
    void a_text_that_only_has_a_least_length_is_no_longer_than_others() {
        Bound<Reasoned> bound = binder.bind(Reasoned.class, Source.row(Map.of("reason", "€".repeat(2001))));
        assertThat(bound.problems()).containsExactly(FieldProblem.of("reason", "form.too-long", 2000));
    }

    @Test
    void a_text_of_2000_characters_is_the_longest() {
        String note = "\"note\":\"" + "€".repeat(2000);
        assertThat(json(GOOD.replaceFirst("\\{", "{" + note + "\",")).good()).isTrue();
        assertThat(json(GOOD.replaceFirst("\\{", "{" + note + "€\",")).problems())
                .containsExactly(FieldProblem.of("note", "form.too-long", 2000));
    }

    @Test
    void text_is_stored_composed_trimmed_and_with_plain_line_ends() {
        String sent = GOOD.replaceFirst("\\{", "{\"note\":\"\\\\u00a0 Mu\\\\u0308ller\\\\r\\\\nMeier \",");
        assertThat(json(sent).orThrow().note()).isEqualTo("Müller\nMeier");
    }

    private Bound<Form> json(String text) {
        return binder.bind(Form.class, Source.json(JsonBody.parse(text.getBytes(StandardCharsets.UTF_8))));
    }

    static List<String> codes(Bound<?> bound) {
        return bound.problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }
}
