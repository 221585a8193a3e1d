package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.patenbuch.forms.BinderTest.Consent;
import org.patenbuch.forms.BinderTest.Form;
import org.patenbuch.forms.BinderTest.Instalment;
import org.patenbuch.forms.BinderTest.Kind;

/** Forms filled in by people: the fields of a page, the cells of a table. */
class TypedFormTest {
    private final Binder binder =
            new Binder(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void reads_the_cells_of_a_table_row() {
        var row = Map.of(
                "name",
                " Amt ",
                "kind",
                "PUBLIC_BODY",
                "roles",
                "COMPANY, PUBLIC_BODY",
                "since",
                "1.3.2010",
                "amountCents",
                "1.250,00",
                "minutes",
                "1:30",
                "restricted",
                "Nein",
                "note",
                "");
        Form form = binder.bind(Form.class, Source.row(row)).orThrow();
        assertThat(form.roles()).containsExactly(Kind.COMPANY, Kind.PUBLIC_BODY);
        assertThat(form.amountCents()).isEqualTo(125_000);
        assertThat(form.minutes()).isEqualTo(90);
        assertThat(form.restricted()).isFalse();
        assertThat(form.consent()).isNull();
    }

    @Test
    void a_form_refused_shows_what_was_typed_and_every_mistake() {
        Bound<Form> form = binder.bind(Form.class, Source.parameters(typed("amountCents", "1.250", "minutes", "1,5")));
        assertThat(codes(form)).containsExactly("amountCents form.amount-ambiguous", "minutes form.minutes-ambiguous");
        assertThat(form.text("amountCents")).isEqualTo("1.250");
        assertThat(form.chosen("roles", "PUBLIC_BODY")).isTrue();
        assertThat(form.text("month")).isEmpty();
        assertThat(form.toString()).doesNotContain("1,5");
    }

    @Test
    void a_form_fills_lists_and_nested_fields() {
        Form form = binder.bind(
                        Form.class,
                        Source.parameters(typed(
                                "consent.givenOn", "1.3.2010",
                                "instalments[0].dueOn", "1.1.2012",
                                "instalments[0].amountCents", "600,00",
                                "instalments[1].dueOn", "",
                                "instalments[2].dueOn", "1.7.2012",
                                "instalments[2].amountCents", "650,00",
                                "participants", "Anna\r\n\r\nBernd")))
                .orThrow();
        assertThat(form.consent()).isEqualTo(new Consent(LocalDate.of(2010, 3, 1), null));
        assertThat(form.instalments()).extracting(Instalment::amountCents).containsExactly(60_000L, 65_000L);
        assertThat(form.participants()).containsExactly("Anna", "Bernd");
    }

    @Test
    void the_place_of_a_line_in_a_form_survives_lines_left_empty() {
        var form = binder.bind(Form.class, Source.parameters(typed("instalments[2].dueOn", "30.2.2012")));
        assertThat(codes(form))
                .containsExactly(
                        "instalments[2].dueOn form.date-impossible", "instalments[2].amountCents form.required");
    }

    @Test
    void a_box_not_ticked_says_no_and_a_field_sent_twice_says_nothing() {
        assertThat(binder.bind(Form.class, Source.parameters(typed("_restricted", "on", "restricted", "")))
                        .orThrow()
                        .restricted())
                .isFalse();
        var twice = typed();
        twice.put("amountCents", new String[] {"5", "6"});
        assertThat(codes(binder.bind(Form.class, Source.parameters(twice))))
                .containsExactly("amountCents form.sent-twice");
    }

    private static TreeMap<String, String[]> typed(String... pairs) {
        var typed = new TreeMap<String, String[]>();
        typed.put("name", new String[] {"Amt"});
        typed.put("kind", new String[] {"COMPANY"});
        typed.put("roles", new String[] {"COMPANY", "PUBLIC_BODY"});
        typed.put("since", new String[] {"1.3.2010"});
        typed.put("amountCents", new String[] {"5"});
        typed.put("minutes", new String[] {"5"});
        typed.put("restricted", new String[] {"ja"});
        typed.put("_csrf", new String[] {"x"});
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return typed;
    }

    private static List<String> codes(Bound<?> bound) {
        return bound.problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }
}
