package org.patenbuch.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files a report is kept as, for programs and for people. The address of a file says all it depends on. */
@RestController
@RequestMapping({"/api/v1/{partnership}/reports/{id}", "/{partnership}/reports/{id}"})
class ReportFilesApi {
    private final Reports reports;
    private final ReportFiles files;

    ReportFilesApi(Reports reports, ReportFiles files) {
        this.reports = reports;
        this.files = files;
    }

    @GetMapping("/report.{language:de|en}.pdf")
    ResponseEntity<byte[]> pdf(Who who, @PathVariable String id, @PathVariable String language, Asked asked) {
        byte[] pdf = files.pdf(content(who, id, asked), Locale.of(language));
        return file(id + "." + language + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    @GetMapping("/report.csv")
    ResponseEntity<byte[]> csv(Who who, @PathVariable String id, Asked asked) {
        MediaType csv = MediaType.parseMediaType("text/csv;charset=UTF-8");
        return file(id + ".csv", csv, files.csv(content(who, id, asked)));
    }

    @GetMapping("/report.json")
    ResponseEntity<byte[]> json(Who who, @PathVariable String id, Asked asked) {
        return file(id + ".json", MediaType.APPLICATION_JSON, files.json(content(who, id, asked)));
    }

    private Reports.Content content(Who who, String id, Asked asked) {
        Permissions.requireAsk(who, Question.EXPORTS);
        return reports.one(who.partnership(), id, asked)
                .map(report -> reports.content(who.partnership(), report))
                .orElseThrow(NotFound::new);
    }

    /** The entity tag is the SHA-256 of the bytes: whoever kept a file can compare it. */
    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag('"' + sha256(bytes) + '"')
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.attachment().filename(name).build()))
                .body(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
