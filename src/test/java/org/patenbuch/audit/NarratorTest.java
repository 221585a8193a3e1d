package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NarratorTest {
    private static final String CONTRIBUTION = """
            {"contributionId":"B-1","fundId":"F-KOO","partnerId":"P-SPK","kind":"MONEY","nature":"GIFT",
            "amountCents":125000,"receivedOn":"2013-03-31","evidence":"Auszug 12"}""";

    private final Narrator narrator = new Narrator(messages());

    @Test
    void tells_amounts_days_and_words_as_people_say_them() {
        assertThat(tell("ContributionRecorded", CONTRIBUTION, Locale.GERMAN))
                .isEqualTo("P-SPK gab 1.250,00\u00a0€ (Geld, Spende) für F-KOO, eingegangen am 31.03.2013: "
                        + "Beitrag B-1. Zusage: –. Nachweis: Auszug 12.");
        assertThat(tell("ContributionRecorded", CONTRIBUTION, Locale.ENGLISH))
                .isEqualTo("P-SPK gave €1,250.00 (money, gift) for F-KOO, received on 31 March 2013: "
                        + "contribution B-1. Pledge: –. Evidence: Auszug 12.");
    }

    @Test
    void tells_minutes_as_hours_and_several_one_after_the_other() {
        assertThat(tell("HoursCorrected", "{\"entryId\":\"H-1\",\"on\":\"2013-01-02\",\"minutes\":90}", Locale.GERMAN))
                .contains("1,50\u00a0Std. am 02.01.2013 (–)");
        assertThat(tell("TimesheetApproved", "{\"entryIds\":[\"H-1\",\"H-2\"]}", Locale.ENGLISH))
                .isEqualTo("Hours were approved: H-1, H-2.");
    }

    @Test
    void takes_nothing_in_a_text_for_a_field_or_a_day() {
        assertThat(tell("PeriodReopened", "{\"lockId\":\"L-1\",\"reason\":\"{lockId} $1 \\\\1\"}", Locale.ENGLISH))
                .isEqualTo("The lock L-1 was lifted: {lockId} $1 \\1");
        assertThat(tell("PeriodReopened", "{\"lockId\":\"L-1\",\"reason\":\"2013-02-31\"}", Locale.ENGLISH))
                .endsWith("2013-02-31");
    }

    private String tell(String type, String payload, Locale language) {
        JsonNode node = new JsonMapper().readTree(payload);
        return narrator.tell(type, node, language);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
