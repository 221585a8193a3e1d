package org.patenbuch.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {
    private static final long SEED = 20_131_231L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.250,00 | 125000",
                "1,250.00 | 125000",
                "1250,00 | 125000",
                "1250.00 | 125000",
                "1250 | 125000",
                "12.5 | 1250",
                "12,5 | 1250",
                "0,01 | 1",
                "0 | 0",
                "1.250.000,5 | 125000050",
                "1,250,000 | 125000000",
                "1.250.000 | 125000000",
                "12,50 € | 1250",
                "12,50\u00a0€ | 1250",
                "12,50EUR | 1250",
                "€12.50 | 1250",
                "\u00a012,50\u202f | 1250",
                "9.999.999.999,99 | 999999999999",
            })
    void reads_every_form_that_has_one_meaning(String typed, long cents) {
        assertThat(AmountText.read(typed)).isEqualTo(Reading.of(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.250", "1,250", "999.999", "1.000", "1.250 €", "-1.250"})
    void refuses_an_amount_that_can_be_read_two_ways(String typed) {
        assertThat(code(typed)).isEqualTo("form.amount-ambiguous");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-5 | form.amount-negative",
                "−5,00 | form.amount-negative",
                "-0,01 € | form.amount-negative",
                "12,345,6 | form.not-an-amount",
                "0.250 | form.amount-decimals",
                "1234.567 | form.amount-decimals",
                "1.234,567 | form.amount-decimals",
                "10.000.000.000,00 | form.amount-too-large",
                "99999999999999999999999 | form.amount-too-large",
                "',50' | form.not-an-amount",
                "'50,' | form.not-an-amount",
                "1.25,00 | form.not-an-amount",
                "1250.000,00 | form.not-an-amount",
                "1.250.00 | form.not-an-amount",
                "1,250,00 | form.not-an-amount",
                "0.250,00 | form.not-an-amount",
                "007 | form.not-an-amount",
                "1 250,00 | form.not-an-amount",
                "1\u00a0250,00 | form.not-an-amount",
                "1\u2009250,00 | form.not-an-amount",
                "1\u202f250,00 | form.not-an-amount",
                "1’250.00 | form.not-an-amount",
                "١٢ | form.not-an-amount",
                "１２ | form.not-an-amount",
                "1e3 | form.not-an-amount",
                "0x10 | form.not-an-amount",
                "+5 | form.not-an-amount",
                "--5 | form.not-an-amount",
                "€ | form.not-an-amount",
                "€5€ | form.not-an-amount",
                "NaN | form.not-an-amount",
                "12 Euro | form.not-an-amount",
            })
    void says_what_is_wrong_with_an_amount(String typed, String code) {
        assertThat(code(typed)).isEqualTo(code);
    }

    @Test
    void reads_back_what_it_wrote_in_both_languages() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long cents = random.nextLong(1L << random.nextInt(1, 40)) % (AmountText.MAX_CENTS + 1);
            for (Locale language : List.of(Locale.GERMAN, Locale.UK)) {
                String written = AmountText.write(cents, language);
                assertThat(AmountText.read(written)).as(written).isEqualTo(Reading.of(cents));
                assertThat(AmountText.read(written + " €")).as(written).isEqualTo(Reading.of(cents));
            }
        }
    }

    @Test
    void writes_amounts_below_zero_for_tables() {
        assertThat(AmountText.write(-5, Locale.GERMAN)).isEqualTo("-0,05");
        assertThat(AmountText.write(-123_456_789, Locale.ENGLISH)).isEqualTo("-1,234,567.89");
    }

    /** Two readers that know one language each: where they disagree, nothing may be read; where we read, they agree. */
    @Test
    void never_reads_one_text_as_two_values() {
        var random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            String typed = scribble(random);
            List<Long> meanings = meanings(typed.strip());
            if (AmountText.read(typed) instanceof Reading.Understood<Long> amount) {
                read++;
                assertThat(meanings).as(typed).containsOnly(amount.value());
            } else if (meanings.stream().distinct().count() == 2) {
                assertThat(code(typed)).as(typed).isEqualTo("form.amount-ambiguous");
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    private static String scribble(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(1, 10);
        for (int i = 0; i < length; i++) {
            text.append("0123456789....,,,, -".charAt(random.nextInt(random.nextInt(4) == 0 ? 20 : 18)));
        }
        return text.toString();
    }

    /** Every number of cents this can mean to a German or an English reader, thousands marked or not. */
    private static List<Long> meanings(String typed) {
        var meanings = new ArrayList<Long>();
        for (String marks : List.of(".,", ",.")) {
            char thousands = marks.charAt(0);
            char decimal = marks.charAt(1);
            int comma = typed.lastIndexOf(decimal);
            String whole = comma < 0 ? typed : typed.substring(0, comma);
            String cents = comma < 0 ? "" : typed.substring(comma + 1);
            String[] groups = whole.split("[" + thousands + "]", -1);
            boolean grouped = groups.length > 1 && groups[0].length() <= 3 && !groups[0].startsWith("0");
            for (int i = 1; i < groups.length; i++) {
                grouped &= groups[i].length() == 3;
            }
            String digits = String.join("", groups);
            boolean plain = digits.matches("[0-9]{1,12}") && cents.matches("[0-9]{0,3}");
            if (plain && !groups[0].isEmpty() && (groups.length == 1 || grouped)) {
                meanings.add(Long.parseLong(digits) * 100 + Long.parseLong((cents + "000").substring(0, 3)) / 10);
            }
        }
        return meanings;
    }

    private static String code(String typed) {
        return AmountText.read(typed) instanceof Reading.Misread<Long> wrong ? wrong.code() : "read";
    }
}
