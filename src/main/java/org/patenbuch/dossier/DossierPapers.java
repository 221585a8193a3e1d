package org.patenbuch.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.erasure.Person;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.kernel.Who;
import org.patenbuch.print.Attachment;
import org.patenbuch.print.Press;
import org.patenbuch.print.Sheet;
import org.patenbuch.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** On paper: everything about one person (Art. 15 GDPR), and that it has been erased. */
@RestController
@RequestMapping(
        path = {"/{partnership}/persons/{kind}/{personId}", "/api/v1/{partnership}/persons/{kind}/{personId}"},
        produces = MediaType.APPLICATION_PDF_VALUE)
class DossierPapers {
    private final Dossiers dossiers;
    private final Press press;
    private final MessageSource messages;
    private final JsonMapper json;

    DossierPapers(Dossiers dossiers, Press press, MessageSource messages, JsonMapper json) {
        this.dossiers = dossiers;
        this.press = press;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/dossier.pdf")
    ResponseEntity<byte[]> dossier(Who who, @PathVariable String kind, @PathVariable String personId, Locale language) {
        Dossier dossier = find(who, kind, personId, language);
        return answer(who, dossier, "dossier", dossier, language);
    }

    /** Only once it is done; says which keys were destroyed, never what they sealed. */
    @GetMapping("/erasure-certificate.pdf")
    ResponseEntity<byte[]> certificate(
            Who who, @PathVariable String kind, @PathVariable String personId, Locale language) {
        Dossier dossier = find(who, kind, personId, language);
        Dossier.Fact erasure = dossier.facts().stream()
                .filter(fact -> fact.type().equals("PersonErased"))
                .reduce((first, last) -> last)
                .orElseThrow(NotFound::new);
        return answer(who, dossier, "erasure-certificate", erasure, language);
    }

    private Dossier find(Who who, String kind, String personId, Locale language) {
        Permissions.requireAsk(who, Question.PERSONS);
        PersonKind known = PersonKind.ofPath(kind).orElseThrow(NotFound::new);
        return dossiers.of(new Person(who.partnership(), known, personId), language)
                .orElseThrow(NotFound::new);
    }

    private ResponseEntity<byte[]> answer(Who who, Dossier dossier, String paper, Object data, Locale language) {
        String title = messages.getMessage("dossier." + paper + ".title", new Object[] {dossier.id()}, language);
        Instant at = dossier.facts().isEmpty()
                ? Instant.EPOCH
                : dossier.facts().getLast().recordedAt();
        Attachment attached = new Attachment(paper + ".json", "application/json", title, json.writeValueAsBytes(data));
        Sheet sheet = new Sheet(
                "dossier/" + paper + "-print",
                title,
                who.partnership(),
                dossier.position(),
                at,
                language,
                Map.of("dossier", dossier, "shown", data),
                List.of(attached));
        ContentDisposition file = ContentDisposition.attachment()
                .filename(paper + "-" + dossier.id() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(press.print(sheet));
    }
}
