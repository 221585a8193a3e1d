package org.patenbuch.sponsor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patenbuch.sponsor.Path.departed;
import static org.patenbuch.sponsor.Path.on;
import static org.patenbuch.sponsor.Path.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.SponsorCommand.DeleteCertificate;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent.CertificateDeleted;
import org.patenbuch.sponsor.SponsorEvent.CertificateSeen;
import org.patenbuch.sponsor.SponsorEvent.Deletion;

class SeeCertificateTest {
    private static SeeCertificate see(LocalDate on, boolean listed) {
        return new SeeCertificate("rosenstadt", "C-1", "V-01", new Certificate(on, listed));
    }

    private static CertificateSeen seen(String facts) {
        return new CertificateSeen("V-01", Personal.of("rosenstadt/certificate/V-01", facts));
    }

    @Test
    void its_facts_are_sealed_under_a_key_of_their_own() {
        registered().when(see(on(2, 1), false)).then(seen("2013-02-01 clean "));
    }

    @Test
    void a_listed_conviction_is_recorded_as_the_third_fact() {
        registered().when(see(on(2, 1), true)).then(seen("2013-02-01 listed"));
    }

    @Test
    void what_was_sealed_reads_back_as_the_same_facts() {
        for (boolean listed : new boolean[] {true, false}) {
            Certificate certificate = new Certificate(on(2, 1), listed);
            String text = certificate.sealedFor("rosenstadt", "V-01", 0).text();
            assertThat(Certificate.parse(text)).isEqualTo(certificate);
        }
    }

    @Test
    void how_long_the_sealed_text_is_does_not_tell_a_conviction() {
        String clean = new Certificate(on(2, 1), false)
                .sealedFor("rosenstadt", "V-01", 0)
                .text();
        String listed = new Certificate(on(2, 1), true)
                .sealedFor("rosenstadt", "V-01", 0)
                .text();
        assertThat(clean).hasSameSizeAs(listed);
        assertThat(Certificate.parse("2013-02-01 clean")).isEqualTo(new Certificate(on(2, 1), false));
    }

    @Test
    void what_is_seen_after_a_deletion_has_another_key() {
        registered()
                .events(seen("2013-01-01 clean "), new CertificateDeleted("V-01", Deletion.MISTAKE))
                .when(see(on(2, 1), false))
                .then(new CertificateSeen("V-01", Personal.of("rosenstadt/certificate-2/V-01", "2013-02-01 clean ")));
    }

    @Test
    void a_mistake_is_deleted_at_any_time_and_by_date_only_who_has_left() {
        DeleteCertificate mistake = new DeleteCertificate("rosenstadt", "X-1", "V-01", Deletion.MISTAKE);
        DeleteCertificate byDate = new DeleteCertificate("rosenstadt", "X-1", "V-01", Deletion.ACTIVITY_ENDED);
        registered()
                .events(seen("2013-01-01 listed"))
                .when(mistake)
                .then(new CertificateDeleted("V-01", Deletion.MISTAKE));
        registered().events(seen("2013-01-01 clean ")).when(byDate).refused("sponsor.still-here");
        registered()
                .events(seen("2013-01-01 clean "), departed(on(2, 1)))
                .when(byDate)
                .then(new CertificateDeleted("V-01", Deletion.ACTIVITY_ENDED));
        registered().when(mistake).refused("sponsor.no-certificate");
    }

    @Test
    void refuses_a_certificate_from_tomorrow() {
        registered().when(see(Fixed.TODAY.plusDays(1), false)).refused("sponsor.future");
    }

    @Test
    void refuses_a_sponsor_who_has_left() {
        registered().events(departed(on(1, 1))).when(see(on(2, 1), false)).refused("sponsor.left");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        registered(on(2, 1)).when(see(on(2, 1), false)).refused("period.locked");
    }
}
