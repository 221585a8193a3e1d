package org.patenbuch.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far the journal is sealed, what that proves, and the button that checks it. */
@Controller
@RequestMapping("/{partnership}/evidence")
class EvidencePages {
    private final Seals seals;
    private final Guard guard;
    private final Witnesses witnesses;
    private final Verifications verifications;
    private final PackDownload download;
    private final Stamped stamped;

    EvidencePages(
            Seals seals,
            Guard guard,
            Witnesses witnesses,
            Verifications verifications,
            PackDownload download,
            Stamped stamped) {
        this.stamped = stamped;
        this.download = download;
        this.seals = seals;
        this.guard = guard;
        this.witnesses = witnesses;
        this.verifications = verifications;
    }

    @Bean
    static NavEntry evidenceEntry() {
        return new NavEntry(
                NavEntry.Group.CHECK,
                "nav.evidence",
                "/evidence",
                85,
                roles -> Permissions.mayAsk(roles, Question.CHECKPOINTS));
    }

    @GetMapping
    String page(Who who, Model model) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        String partnership = who.partnership();
        model.addAttribute("who", who);
        model.addAttribute("seal", seals.current(partnership).orElse(null));
        model.addAttribute("unsealed", seals.unsealed(partnership));
        model.addAttribute("refused", guard.shown(partnership).orElse(null));
        model.addAttribute("key", seals.key(partnership).orElse(null));
        model.addAttribute("witnesses", witnesses.seen(partnership));
        model.addAttribute("stamp", stamped.newest(partnership).orElse(null));
        model.addAttribute("mayVerify", Permissions.mayAsk(who.roles(), Question.EVIDENCE));
        return "evidence/evidence";
    }

    /** The checkpoint as a file to be kept: by it a history that was written anew is found. */
    @GetMapping("/checkpoint.txt")
    ResponseEntity<String> checkpoint(Who who) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        Seals.Seal seal = seals.current(who.partnership()).orElseThrow(NotFound::new);
        return file(
                "patenbuch-%s-%d.txt".formatted(who.partnership(), seal.size()),
                witnesses.cosigned(who.partnership(), seal));
    }

    /** The checkpoint that was stamped last, and below {@code .tsr} what the authority answered (RFC 3161). */
    @GetMapping("/stamped.txt")
    ResponseEntity<String> stampedCheckpoint(Who who) {
        Stamped.Stamp stamp = stamp(who);
        return file("patenbuch-%s-%d.txt".formatted(who.partnership(), stamp.size()), stamp.note());
    }

    @GetMapping("/stamped.tsr")
    ResponseEntity<byte[]> timestamp(Who who) {
        Stamped.Stamp stamp = stamp(who);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/timestamp-reply"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"patenbuch-%s-%d.tsr\"".formatted(who.partnership(), stamp.size()))
                .body(stamp.response());
    }

    private Stamped.Stamp stamp(Who who) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        return stamped.newest(who.partnership()).orElseThrow(NotFound::new);
    }

    @GetMapping("/pack")
    void pack(Who who, HttpServletResponse response) throws IOException {
        Permissions.requireAsk(who, Question.EVIDENCE);
        download.send(who.partnership(), Recipient.ALL, response);
    }

    @PostMapping("/verification")
    String verify(Who who) {
        Permissions.requireAsk(who, Question.EVIDENCE);
        verifications.begin(who.partnership());
        return "redirect:/" + who.partnership() + "/evidence/verification";
    }

    @GetMapping("/verification")
    String verification(Who who, Model model, Locale language) {
        Permissions.requireAsk(who, Question.EVIDENCE);
        model.addAttribute("who", who);
        Verifications.Run run = verifications.newest(who.partnership()).orElseThrow(NotFound::new);
        model.addAttribute("run", run);
        model.addAttribute("waiting", run.report() == null && run.moving());
        model.addAttribute("percent", run.entries() == 0 ? 0 : 100 * run.done() / run.entries());
        if (run.report() != null) {
            Told told = new Told(language);
            model.addAttribute("good", run.report().good());
            model.addAttribute("head", told.head(run.report()));
            model.addAttribute("findings", told.sentences(run.report().findings()));
            model.addAttribute("remarks", told.sentences(run.report().remarks()));
        }
        return "evidence/verification";
    }

    @GetMapping("/verification.txt")
    ResponseEntity<String> result(Who who, Locale language) {
        Permissions.requireAsk(who, Question.EVIDENCE);
        Report report = verifications
                .newest(who.partnership())
                .map(Verifications.Run::report)
                .orElseThrow(NotFound::new);
        return file(
                "patenbuch-%s-%d.txt".formatted(who.partnership(), report.size()),
                new Told(language).text(report) + "\n");
    }

    private static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text);
    }
}
