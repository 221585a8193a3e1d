package org.patenbuch.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.forms.PlainText;
import org.patenbuch.forms.Sentences;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking an import back on screen: what it brought in, why, how far it is, what it was or why it could not be. */
@Controller
@RequestMapping("/{partnership}/imports/{id}/reversal")
class ReversalPages {
    private final ImportBatches batches;
    private final ImportReversals reversals;
    private final Sentences sentences;

    ReversalPages(ImportBatches batches, ImportReversals reversals, Sentences sentences) {
        this.batches = batches;
        this.reversals = reversals;
        this.sentences = sentences;
    }

    @GetMapping
    String page(Who who, @PathVariable String id, Locale language, HttpServletResponse response, Model model) {
        return page(who, find(who, id), null, null, language, response, model);
    }

    @PostMapping
    String takeBack(
            Who who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            HttpServletResponse response,
            Model model) {
        ImportBatch batch = find(who, id);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > PlainText.MAX_CHARACTERS) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String wrong = why.isEmpty() ? "imports.reversal.reason.missing" : "imports.reversal.reason.long";
            return page(who, batch, why, wrong, language, response, model);
        }
        if (batch.isReversible()) reversals.begin(batch, who, why);
        return "redirect:/" + who.partnership() + "/imports/" + batch.id() + "/reversal";
    }

    private String page(
            Who who,
            ImportBatch batch,
            @Nullable String reason,
            @Nullable String wrong,
            Locale language,
            HttpServletResponse response,
            Model model) {
        ReversalRun run = reversals.of(batch, who).orElse(null);
        Work.Look look = run == null ? null : run.look();
        ImportReversal.Undone undone = run == null ? null : run.undone();
        // Asked for after how the work stands: it may have come to its end meanwhile
        model.addAttribute("batch", find(who, batch.id()));
        model.addAttribute("look", look);
        model.addAttribute("waiting", look != null && look.isWorking());
        model.addAttribute("undone", undone);
        model.addAttribute(
                "refusals",
                undone == null
                        ? List.of()
                        : undone.refused().stream()
                                .map(one -> said(one.why(), language))
                                .distinct()
                                .toList());
        model.addAttribute("why", run == null ? null : run.why(sentences, language));
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", wrong);
        model.addAttribute("who", who);
        return "intake/reversal";
    }

    private String said(Rejected refused, Locale language) {
        return sentences.of("rejected." + refused.code(), refused.arguments(), language);
    }

    private ImportBatch find(Who who, String id) {
        Permissions.requireSend(who, "RunImport");
        return batches.find(who.partnership(), id).orElseThrow(NotFound::new);
    }
}
