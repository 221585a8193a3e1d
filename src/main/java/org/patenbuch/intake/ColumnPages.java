package org.patenbuch.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.forms.Sentences;
import org.patenbuch.intake.ColumnForm.Mistake;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying of an uploaded table what it is about and which of its columns is which field, one table after the other. */
@Controller
@RequestMapping("/{partnership}/imports/runs/{id}/columns")
class ColumnPages {
    private final ImportRuns runs;
    private final TableHeads heads;
    private final ColumnMappings mappings;
    private final ForgottenRuns forgotten;
    private final Sentences sentences;

    ColumnPages(
            ImportRuns runs, TableHeads heads, ColumnMappings mappings, ForgottenRuns forgotten, Sentences sentences) {
        this.runs = runs;
        this.heads = heads;
        this.mappings = mappings;
        this.forgotten = forgotten;
        this.sentences = sentences;
    }

    /**
     * @param table its number; the first that is to be asked about if it is not said
     * @param kind what it is about, said just now
     * @param use the edition of what is remembered and is to be used
     */
    @GetMapping
    String page(
            Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer table,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String use,
            Locale language,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Permissions.requireSend(who, "RunImport");
        ImportRun run = runs.find(id, who).orElse(null);
        if (run == null) return forgotten.page(who, id, response, model);
        if (!run.mayBeSaid()) return to(run);
        List<TableHeads.Head> all = heads.of(run.folder);
        int number = table == null ? TableHeads.firstOpen(all, run.said()).orElse(0) : table;
        TableHeads.Head head = head(all, number);
        ColumnMappings.Remembered used = use == null
                ? null
                : mappings.all(who.partnership()).stream()
                        .filter(one -> one.edition().equals(use))
                        .findFirst()
                        .orElse(null);
        model.addAttribute("gone", used == null ? List.of() : used.mapping().gone(head.headings()));
        List<Mistake> mistakes =
                use != null && used == null ? List.of(Mistake.of("use", "imports.mapping.changed")) : List.of();
        ColumnForm form = used != null
                ? ColumnForm.of(used.mapping().onto(head.headings()), used)
                : form(head, run.said().of(head.table()), ColumnForm.kind(kind), language);
        return show(who, run, all, number, form, mistakes, model);
    }

    /** What was said last, unless the kind is said anew; else what can be told by name and headings. */
    private ColumnForm form(
            TableHeads.Head head, Said.@Nullable Table said, @Nullable ImportKind kind, Locale language) {
        ColumnMapping mapping = said == null ? null : said.mapping();
        if (mapping != null && (kind == null || kind == mapping.kind())) {
            return said.remembered() == null
                    ? offered(head, mapping, language)
                    : ColumnForm.of(mapping, said.remembered());
        }
        ImportKind told = kind != null
                ? kind
                : head.kind() != null ? head.kind() : head.guess().orElse(null);
        return told == null
                ? new ColumnForm(null, List.of(), true, "", List.of())
                : offered(head, ColumnMapping.of(told, head.headings()), language);
    }

    private ColumnForm offered(TableHeads.Head head, ColumnMapping mapping, Locale language) {
        String kind = sentences.of("imports.kind." + mapping.kind(), List.of(), language);
        return ColumnForm.offered(head.table(), mapping, kind);
    }

    @PostMapping
    String say(
            Who who,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Permissions.requireSend(who, "RunImport");
        ImportRun run = runs.find(id, who).orElse(null);
        if (run == null) return forgotten.page(who, id, response, model);
        List<TableHeads.Head> all = heads.of(run.folder);
        String table = sent.getFirst("table");
        int number = table != null && table.matches("\\d{1,4}") ? Integer.parseInt(table) : -1;
        TableHeads.Head head = head(all, number);
        if (sent.containsKey("leave"))
            return next(who, run, all, run.said().with(head.table(), new Said.Table(null, null)));

        ColumnForm form = ColumnForm.read(sent, head.headings().size());
        List<Mistake> mistakes =
                new ArrayList<>(form.mistakes(head.headings(), TableHeads.taken(all, run.said(), head.table())));
        if (mistakes.isEmpty() && form.keep()) keep(who, form, head, model).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(who, run, all, number, form, mistakes, model);
        }
        ColumnMappings.Remembered kept =
                form.keep() ? mappings.named(who.partnership(), form.name()).orElse(null) : null;
        return next(who, run, all, run.said().with(head.table(), new Said.Table(form.mapping(head.headings()), kept)));
    }

    /** Remembers it, or says why it cannot be. */
    private Optional<Mistake> keep(Who who, ColumnForm form, TableHeads.Head head, Model model) {
        return switch (mappings.keep(who, form.name(), form.mapping(head.headings()), form.seen())) {
            case KEPT -> Optional.empty();
            case TOO_MANY -> Optional.of(Mistake.of("name", "imports.mapping.too-many", ColumnMappings.MOST));
            case TAKEN, CHANGED -> {
                model.addAttribute(
                        "there", mappings.named(who.partnership(), form.name()).orElse(null));
                yield Optional.of(Mistake.of("name", "imports.mapping.name.taken", form.name()));
            }
        };
    }

    /** To the next table that is to be asked about; after the last one all are checked. */
    private String next(Who who, ImportRun run, List<TableHeads.Head> all, Said said) {
        String here = to(run);
        if (!run.say(said)) return here;
        runs.check(run, all, who);
        return TableHeads.firstOpen(all, said)
                .map(number -> here + "/columns?table=" + number)
                .orElse(here);
    }

    private String show(
            Who who,
            ImportRun run,
            List<TableHeads.Head> all,
            int number,
            ColumnForm form,
            List<Mistake> mistakes,
            Model model) {
        TableHeads.Head head = all.get(number);
        ColumnMapping mapping = form.kind() == null ? null : form.mapping(head.headings());
        model.addAttribute("run", run);
        model.addAttribute("head", head);
        model.addAttribute("number", number);
        model.addAttribute("of", all.size());
        model.addAttribute("form", form);
        model.addAttribute("kinds", ImportKind.values());
        model.addAttribute("missing", mapping == null ? List.of() : mapping.missing());
        model.addAttribute(
                "required", form.kind() == null ? List.of() : form.kind().required());
        model.addAttribute(
                "fields", form.kind() == null ? List.of() : form.kind().columns());
        model.addAttribute("remembered", mappings.all(who.partnership()));
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("wrong", Mistake.byPlace(mistakes));
        model.addAttribute("who", who);
        return "intake/columns";
    }

    private static String to(ImportRun run) {
        return "redirect:/" + run.partnership + "/imports/runs/" + run.id;
    }

    private static TableHeads.Head head(List<TableHeads.Head> all, int number) {
        if (number < 0 || number >= all.size()) throw new NotFound();
        return all.get(number);
    }
}
