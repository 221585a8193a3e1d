package org.patenbuch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.engagement.PeopleHttpTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.print.Judge;

/** What is printed for one person: what stands on it, what must not, and who may have it. */
class PapersHttpTest extends PeopleHttpTest {
    /** @param attached the data that come along with what is printed */
    private record Paper(String text, String attached) {}

    private Paper printed(Caller caller, String path) throws Exception {
        HttpResponse<byte[]> answer = caller.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(Judge.complaints(answer.body())).as(path).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            var files = new PDDocumentNameDictionary(pdf.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            byte[] data = files.values().iterator().next().getEmbeddedFile().toByteArray();
            String text = new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
            return new Paper(text, new String(data, StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_certificate_of_thanks_names_whom_for_what_and_when() throws Exception {
        theWholePath();
        String last = seen(
                done(
                        "recognitions",
                        "{'id':'R-1','sponsorId':'V-01','awardedOn':'2013-06-01','title':'Silver rose','basis':'A hundred hours'}"));
        coordinator.get("recognitions?" + last);
        assertThat(printed(coordinator, "recognitions/R-1/certificate.pdf").text())
                .contains("Silver rose", "Anna Ahorn", "A hundred hours")
                .containsPattern("1 June 2013|01/06/2013|June 1, 2013|2013");
        assertThat(as(Role.SPONSOR).bytes("recognitions/R-1/certificate.pdf").statusCode())
                .isEqualTo(403);
        assertThat(coordinator.bytes("recognitions/R-2/certificate.pdf").statusCode())
                .isEqualTo(404);

        seen(done("recognitions/R-1/revocation", "{'reason':'the wrong person'}"));
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(coordinator
                                .bytes("recognitions/R-1/certificate.pdf")
                                .statusCode())
                        .isEqualTo(404));
    }

    @Test
    void the_letter_asks_for_the_certificate_and_tells_nothing_of_one() throws Exception {
        theWholePath();
        done("sponsors/V-01/certificate", "{'seenOn':'2012-03-04','listedConviction':true}");
        Paper letter = printed(coordinator, "sponsors/V-01/certificate-request.pdf");
        assertThat(letter.text()).contains("30a", "Anna Ahorn").doesNotContain("2012-03-04", "04/03/2012", "4 Mar");
        assertThat(letter.attached())
                .contains("Anna Ahorn")
                .doesNotContain("2012-03-04", "2012-01-20", "istedConviction", "ertificate");
        for (Role role : new Role[] {Role.AUDITOR, Role.FINANCE, Role.SPONSOR, Role.PARTNER}) {
            assertThat(as(role).bytes("sponsors/V-01/certificate-request.pdf").statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_sheet_of_hours_lists_what_counts_and_no_note() throws Exception {
        theWholePath();
        done("hours", "{'id':'S-2','sponsorId':'V-01','on':'2013-05-20','minutes':45,'activity':'MEETING'}");
        done("hours", "{'id':'S-3','sponsorId':'V-01','on':'2013-05-21','minutes':30,'activity':'TRAVEL'}");
        done("hours", "{'id':'S-4','sponsorId':'V-01','on':'2013-06-01','minutes':60,'activity':'MEETING'}");
        String last = seen(done("hours/S-3/withdrawal", "{'reason':'twice'}"));
        coordinator.get("hours?" + last);
        Paper sheet = printed(coordinator, "timesheets/V-01/2013-05/sheet.pdf");
        assertThat(sheet.text())
                .contains("Anna Ahorn (V-01)", "May 2013", "H-001")
                .containsSubsequence("1.50", "0.75", "2.25")
                .doesNotContain("0.50", "1.00", "read together", "Birnbaum");
        assertThat(sheet.attached()).contains("S-1", "S-2").doesNotContain("S-3", "S-4", "read together", "Birnbaum");
    }
}
