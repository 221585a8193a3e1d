package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patenbuch.bank.BankSamples;
import org.patenbuch.dialogue.DialogueSamples;
import org.patenbuch.erasure.ErasureSamples;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.fund.FundSamples;
import org.patenbuch.household.HouseholdSamples;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.partner.PartnerSamples;
import org.patenbuch.partnership.PartnershipSamples;
import org.patenbuch.pledge.PledgeSamples;
import org.patenbuch.review.ReviewSamples;
import org.patenbuch.sponsor.SponsorSamples;
import org.patenbuch.sponsorship.SponsorshipSamples;
import org.patenbuch.timesheet.TimesheetSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What is stored once is read for ever: every fact has its golden bytes, its line in docs/events.md and its sentence. */
class EventCatalogueTest extends LedgerTest {
    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final Path CATALOGUE = Path.of("docs/events.md");
    private static final String ANY_EVENT_ID = "00000000-0000-0000-0000-000000000000";

    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    @Autowired
    private EventCodec codec;

    @Autowired
    private MessageSource messages;

    @Test
    void every_fact_has_a_sample() {
        assertThat(samples()).containsOnlyKeys(factNames());
    }

    @Test
    void every_fact_is_written_as_it_always_was() throws IOException {
        for (LedgerEvent sample : samples().values()) {
            assertThat(codec.write(sample, ANY_EVENT_ID))
                    .as(golden(sample).toString())
                    .asString()
                    .isEqualTo(Files.readString(golden(sample)));
        }
    }

    @Test
    void every_fact_ever_stored_is_read() throws IOException {
        for (LedgerEvent sample : samples().values()) {
            byte[] stored = Files.readAllBytes(golden(sample));
            LedgerEvent read = codec.read(sample.getClass().getSimpleName(), stored);
            assertThat(codec.write(read, ANY_EVENT_ID)).isEqualTo(stored);
        }
    }

    @Test
    void no_golden_file_is_without_its_fact() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().split("\\.")[0]))
                    .isSubsetOf(factNames());
        }
    }

    @Test
    void the_catalogue_names_every_fact_with_all_its_fields() throws IOException {
        List<String> lines = Files.readAllLines(CATALOGUE);
        for (Class<? extends LedgerEvent> fact : codec.types().values().stream()
                .filter(EventCatalogueTest::ofTheProduct)
                .toList()) {
            String line = lines.stream()
                    .filter(candidate -> candidate.startsWith("| `" + fact.getSimpleName() + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(CATALOGUE + " has no line for " + fact.getSimpleName()));
            for (RecordComponent field : fact.getRecordComponents()) {
                assertThat(line).as(fact.getSimpleName()).contains("`" + field.getName() + "`");
            }
        }
    }

    @Test
    void every_fact_is_told_in_both_languages_and_names_nothing_personal() {
        for (Class<? extends LedgerEvent> fact : codec.types().values().stream()
                .filter(EventCatalogueTest::ofTheProduct)
                .toList()) {
            Map<String, RecordComponent> fields = Stream.of(fact.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, field -> field));
            String german = sentence("journal." + fact.getSimpleName(), Locale.GERMAN);
            String english = sentence("journal." + fact.getSimpleName(), Locale.ENGLISH);

            assertThat(named(english)).as(fact.getSimpleName()).isEqualTo(named(german));
            for (String name : named(german)) {
                assertThat(fields).as(german).containsKey(name);
                assertThat(fields.get(name).getType()).as(german).isNotEqualTo(Personal.class);
                words(fields.get(name).getType());
            }
        }
    }

    /** What a sentence can name of a closed list of words has a word in both languages. */
    private void words(Class<?> type) {
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                sentence("journal.value." + constant, Locale.GERMAN);
                sentence("journal.value." + constant, Locale.ENGLISH);
            }
        }
    }

    private String sentence(String key, Locale language) {
        String text = messages.getMessage(key, null, null, language);
        assertThat(text).as("%s in messages, %s", key, language).isNotBlank();
        return text;
    }

    private static Set<String> named(String sentence) {
        return FIELD.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private List<String> factNames() {
        return codec.types().values().stream()
                .filter(EventCatalogueTest::ofTheProduct)
                .map(Class::getSimpleName)
                .toList();
    }

    /** Tests bring facts of their own. */
    private static boolean ofTheProduct(Class<?> fact) {
        return !fact.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static Map<String, LedgerEvent> samples() {
        return Stream.of(
                        PartnershipSamples.all(),
                        PartnerSamples.all(),
                        FundSamples.all(),
                        BankSamples.all(),
                        PledgeSamples.all(),
                        SponsorSamples.all(),
                        ErasureSamples.all(),
                        HouseholdSamples.all(),
                        SponsorshipSamples.all(),
                        TimesheetSamples.all(),
                        DialogueSamples.all(),
                        ReviewSamples.all())
                .flatMap(List::stream)
                .collect(Collectors.toMap(sample -> sample.getClass().getSimpleName(), sample -> sample));
    }

    private static Path golden(LedgerEvent sample) {
        return GOLDEN.resolve(sample.getClass().getSimpleName() + "." + sample.revision() + ".json");
    }
}
