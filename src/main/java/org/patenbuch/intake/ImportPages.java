package org.patenbuch.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.forms.Sentences;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Importing on screen: upload, look at every row before anything is written, import, find the imports again. */
@Controller
@RequestMapping("/{partnership}/imports")
class ImportPages {
    private final ImportRuns runs;
    private final ImportBatches batches;
    private final ForgottenRuns forgotten;
    private final Sentences sentences;

    ImportPages(ImportRuns runs, ImportBatches batches, ForgottenRuns forgotten, Sentences sentences) {
        this.runs = runs;
        this.batches = batches;
        this.forgotten = forgotten;
        this.sentences = sentences;
    }

    @Bean
    static NavEntry importsEntry() {
        return new NavEntry(
                NavEntry.Group.SETUP, "nav.imports", "/imports", 90, roles -> Permissions.maySend(roles, "RunImport"));
    }

    @GetMapping
    String page(Who who, Model model) {
        return page(who, null, model);
    }

    private String page(Who who, @Nullable String wrong, Model model) {
        Permissions.requireSend(who, "RunImport");
        List<ImportBatch> all = batches.all(who.partnership());
        model.addAttribute("batches", all);
        model.addAttribute("broken", all.isEmpty() || !all.getFirst().isBroken() ? null : all.getFirst());
        model.addAttribute("atHand", runs.of(who));
        model.addAttribute("kinds", ImportKind.allNames());
        model.addAttribute("wrong", wrong);
        model.addAttribute("who", who);
        return "intake/imports";
    }

    @PostMapping
    String upload(
            Who who,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            Locale language,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Permissions.requireSend(who, "RunImport");
        List<MultipartFile> files = sent == null
                ? List.of()
                : sent.stream().filter(file -> !file.isEmpty()).toList();
        try {
            if (files.isEmpty()) throw new Unreadable("import.nothing-to-read", ImportKind.allNames());
            return to(runs.check(files, who));
        } catch (Unreadable unreadable) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who, sentences.of(unreadable.code(), unreadable.arguments(), language), model);
        } catch (Rejected refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who, sentences.of("rejected." + refused.code(), refused.arguments(), language), model);
        }
    }

    @GetMapping("/runs/{id}")
    String run(Who who, @PathVariable String id, Locale language, HttpServletResponse response, Model model)
            throws IOException {
        Permissions.requireSend(who, "RunImport");
        ImportRun run = runs.find(id, who).orElse(null);
        if (run == null) return forgotten.page(who, id, response, model);
        Work.Look look = run.look();
        if (look.phase() == Work.Phase.COLUMNS) return to(run) + "/columns";
        model.addAttribute("look", look);
        model.addAttribute("waiting", look.isWorking());
        ImportOutcome outcome = run.outcome();
        model.addAttribute("run", run);
        model.addAttribute("outcome", outcome);
        if (!look.isWorking() && outcome != null && look.phase() != Work.Phase.DONE) {
            try (ImportFiles files = ImportRuns.open(run.folder, run.said())) {
                model.addAttribute("tables", ImportPreview.of(files, run.said(), outcome.problems()));
                model.addAttribute(
                        "elsewhere",
                        outcome.problems().stream()
                                .filter(problem -> !run.names.contains(problem.file()))
                                .toList());
            }
        }
        model.addAttribute("why", run.why(sentences, language));
        model.addAttribute("who", who);
        return "intake/run";
    }

    @PostMapping("/runs/{id}")
    String write(Who who, @PathVariable String id, HttpServletResponse response, Model model) {
        Permissions.requireSend(who, "RunImport");
        ImportRun run = runs.find(id, who).orElse(null);
        if (run == null) return forgotten.page(who, id, response, model);
        runs.write(run, who);
        return to(run);
    }

    @PostMapping("/runs/{id}/forget")
    String forget(Who who, @PathVariable String id) throws IOException {
        Permissions.requireSend(who, "RunImport");
        ImportRun run = runs.find(id, who).orElse(null);
        if (run != null) runs.forget(run);
        return "redirect:/" + who.partnership() + "/imports";
    }

    /** The bad rows of one table, to be put right and imported by themselves. */
    @GetMapping("/runs/{id}/failed.csv")
    void failed(
            Who who, @PathVariable String id, @RequestParam String table, Locale language, HttpServletResponse response)
            throws IOException {
        ImportRun run = find(who, id);
        ImportOutcome outcome = run.outcome();
        if (outcome == null || !run.names.contains(table)) throw new NotFound();
        try (ImportFiles files = ImportRuns.open(run.folder, run.said())) {
            ImportFile file = files.tables().stream()
                    .filter(one -> one.name().equals(table))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            String name = file.kind().names().getFirst();
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            String heading = sentences.of("imports.error", List.of(), language);
            FailedRows.write(file, outcome.problems(), heading, bad -> said(bad, language), out);
        }
    }

    private String said(RowProblem problem, Locale language) {
        String what = sentences.of(problem.code(), problem.arguments(), language);
        return problem.column().isEmpty() ? what : problem.column() + ": " + what;
    }

    /** An empty table with the headings, to begin with. */
    @GetMapping("/tables/{name}.csv")
    void blank(Who who, @PathVariable String name, HttpServletResponse response) throws IOException {
        Permissions.requireSend(who, "RunImport");
        ImportKind kind = ImportKind.named(name + ".csv").orElseThrow(NotFound::new);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\ufeff');
        out.write(kind.columns().stream().map(Column::german).collect(Collectors.joining(";", "", "\r\n")));
        out.flush();
    }

    private ImportRun find(Who who, String id) {
        Permissions.requireSend(who, "RunImport");
        return runs.find(id, who).orElseThrow(NotFound::new);
    }

    private static String to(ImportRun run) {
        return "redirect:/" + run.partnership + "/imports/runs/" + run.id;
    }
}
