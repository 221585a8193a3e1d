package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent becomes a form, a list of problems or {@link Unreadable}; a failure names its seed. */
class BinderFuzzTest {
    private static final long SEED = 24_112_026L;
    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "kind",
            "roles",
            "since",
            "amountCents",
            "minutes",
            "restricted",
            "year",
            "instalments",
            "consent",
            "referredBy",
            "month",
            "participants",
            "note",
            "givenOn",
            "dueOn",
            "x",
            "\\u0000",
            "");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "5",
            "1e400",
            "1.5",
            "99999999999999999999",
            "-0",
            "\"\"",
            "\"COMPANY\"",
            "\"2012-02-30\"",
            "\"2012-01-31\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"ä😀\"",
            "\"1.250\"",
            "\"2012-01\"",
            "\" \"");
    private static final List<String> KEYS = List.of(
            "",
            "[0]",
            "[999]",
            "[1000]",
            "[00]",
            "[-1]",
            "[0].dueOn",
            "[0][0]",
            ".givenOn",
            ".",
            "[",
            "]",
            ".givenOn.x",
            "[0].amountCents");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u00a0",
            "ja",
            "on",
            "1.250",
            "1,5",
            "12,50 €",
            "-",
            "€",
            "EUR",
            "31.12.2013",
            "2013-12-31",
            "99.99.9999",
            "COMPANY",
            "COMPANY,,PUBLIC_BODY",
            "\0",
            "\ud800",
            "a\r\nb",
            "9".repeat(5000),
            "İ",
            "١٢",
            ";,;");

    private final Binder binder =
            new Binder(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void never_fails_on_any_json() {
        int good = 0;
        for (int i = 0; i < 20_000; i++) {
            var random = new Random(SEED + i);
            String sent = value(random, 0);
            try {
                var bound = binder.bind(
                        BinderTest.Form.class, Source.json(JsonBody.parse(sent.getBytes(StandardCharsets.UTF_8))));
                assertThat(bound.good()).isEqualTo(bound.problems().isEmpty());
                good++;
            } catch (Unreadable declared) {
                assertThat(declared.code()).startsWith("form.");
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + (SEED + i) + ": " + sent, e);
            }
        }
        assertThat(good).isGreaterThan(2000);
    }

    @Test
    void never_fails_on_any_field_of_a_page_or_cell() {
        for (int i = 0; i < 20_000; i++) {
            var random = new Random(SEED + i);
            var typed = new HashMap<String, String[]>();
            var cells = new HashMap<String, String>();
            for (int j = random.nextInt(20); j > 0; j--) {
                String key = pick(FIELDS, random) + pick(KEYS, random);
                String text = pick(TEXTS, random);
                typed.put(key, new String[] {text, pick(TEXTS, random)});
                cells.put(key, text);
            }
            try {
                assertThat(binder.bind(BinderTest.Form.class, Source.parameters(typed))
                                .good())
                        .isFalse();
                assertThat(binder.bind(BinderTest.Form.class, Source.row(cells)))
                        .isNotNull();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + (SEED + i) + ": " + cells, e);
            }
        }
    }

    private static String value(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 60 : 10);
        if (kind == 0 || depth > 4) {
            return pick(VALUES, random);
        }
        var text = new StringBuilder();
        boolean object = kind > 2;
        text.append(object ? '{' : '[');
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(object ? "\"" + pick(FIELDS, random) + "\":" : "")
                    .append(random.nextInt(3) == 0 ? value(random, depth + 1) : pick(VALUES, random))
                    .append(i > 1 ? "," : "");
        }
        return text.append(object ? '}' : ']').toString();
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
