package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Personal;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.projections.Positions;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorEvent;
import org.springframework.beans.factory.annotation.Autowired;

class EventsTest extends LedgerTest {
    private static final LocalDate JANUARY = LocalDate.of(2013, 1, 1);

    @Autowired
    private Trail trail;

    @Autowired
    private Positions positions;

    @BeforeEach
    void somethingHappens() {
        send(new RegisterPartner(partnership, "P-1", "Sparkasse", PartnerEvent.Kind.COMPANY, List.of(), JANUARY));
        Personal name = Personal.of(partnership + "/sponsor/V-01", "Anna Ahorn");
        long last = send(new RegisterSponsor(partnership, "V-01", name, SponsorEvent.Kind.FAMILY, JANUARY))
                .position();
        positions.awaitComplete(last);
    }

    @Test
    void every_event_of_the_partnership_is_shown_in_order_with_who_and_how() {
        List<Trail.Recorded> events = all().items();

        assertThat(events)
                .extracting(Trail.Recorded::type)
                .containsExactly("PartnershipFounded", "PartnerRegistered", "SponsorRegistered");
        assertThat(events).extracting(Trail.Recorded::position).isSorted();
        assertThat(events.get(1).stream()).isEqualTo("partner/P-1");
        assertThat(events.get(1).metadata().get("actor").asString()).isEqualTo("tester");
        assertThat(events.get(1).metadata().get("commandId").asString()).isEqualTo("partner/P-1");
        assertThat(events.get(1).metadata().get("nonce").asString()).hasSize(32);
    }

    @Test
    void names_of_people_are_sealed() {
        assertThat(all().items().toString()).contains("enc:v1:").doesNotContain("Ahorn");
    }

    @Test
    void a_page_leads_to_the_next_without_gap_or_repeat() {
        Trail.Part first = trail.part(partnership, sought(0L, 2, null, null));
        Trail.Part second = trail.part(partnership, sought(first.next(), 2, null, null));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).extracting(Trail.Recorded::type).containsExactly("SponsorRegistered");
        assertThat(second.next()).isNull();
    }

    @Test
    void events_can_be_asked_for_by_type_and_by_stream() {
        assertThat(trail.part(partnership, sought(0L, 50, "PartnerRegistered", null))
                        .items())
                .hasSize(1);
        assertThat(trail.part(partnership, sought(0L, 50, null, "sponsor/V-01")).items())
                .hasSize(1);
        assertThat(trail.part(partnership, sought(0L, 50, "PartnerRegistered", "sponsor/V-01"))
                        .items())
                .isEmpty();
    }

    @Test
    void nothing_of_another_partnership_is_shown() {
        assertThat(trail.part("someone-else", sought(0L, 50, null, null)).items())
                .isEmpty();
    }

    private Trail.Part all() {
        return trail.part(partnership, sought(0L, 50, null, null));
    }

    private static Sought sought(Long after, int limit, @Nullable String type, @Nullable String stream) {
        return new Sought(
                after, null, limit, type, stream, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}
