package org.patenbuch.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.print.Stamp;
import org.patenbuch.print.Stamps;
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
    private final Stamps stamps;

    ReportFilesApi(Reports reports, ReportFiles files, Stamps stamps) {
        this.reports = reports;
        this.files = files;
        this.stamps = stamps;
    }

    @GetMapping("/report.{language:de|en}.pdf")
    ResponseEntity<byte[]> pdf(Who who, @PathVariable String id, @PathVariable String language, Asked asked) {
        Reports.Content content = content(who, id, asked);
        byte[] pdf = files.pdf(content, Locale.of(language));
        return file(content, "." + language + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    @GetMapping("/report.csv")
    ResponseEntity<byte[]> csv(Who who, @PathVariable String id, Asked asked) {
        MediaType csv = MediaType.parseMediaType("text/csv;charset=UTF-8");
        Reports.Content content = content(who, id, asked);
        return file(content, ".csv", csv, files.csv(content));
    }

    @GetMapping("/report.json")
    ResponseEntity<byte[]> json(Who who, @PathVariable String id, Asked asked) {
        Reports.Content content = content(who, id, asked);
        return file(content, ".json", MediaType.APPLICATION_JSON, files.json(content));
    }

    private Reports.Content content(Who who, String id, Asked asked) {
        Permissions.requireAsk(who, Question.EXPORTS);
        return reports.one(who.partnership(), id, asked)
                .map(report -> reports.content(who.partnership(), report))
                .orElseThrow(NotFound::new);
    }

    /** The entity tag is the SHA-256 of the bytes: whoever kept a file can compare it. */
    private ResponseEntity<byte[]> file(Reports.Content content, String ending, MediaType type, byte[] bytes) {
        Optional<Stamp> stamp = stamps.of(content.partnership(), content.position());
        String name = content.id() + stamp.map(Stamp::suffix).orElse("") + ending;
        return ResponseEntity.ok()
                .contentType(type)
                .eTag('"' + sha256(bytes) + '"')
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.attachment().filename(name).build()))
                .headers(headers -> stamp.ifPresent(seal -> headers.set(Stamp.HEADER, seal.header())))
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
