package org.patenbuch.money;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.bank.BankBook;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.PlainText;
import org.patenbuch.forms.Reading;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.matching.BankLine;
import org.patenbuch.matching.BankLines;
import org.patenbuch.matching.Suggestion;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.Figures;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One booking of the bank on screen: choose by hand what it is, or open it again with a reason. */
@Controller
@RequestMapping("/{partnership}/money/bank/{id}")
class BankLinePages {
    private final BankLines lines;
    private final BankBook book;
    private final Assigning assigning;

    BankLinePages(BankLines lines, BankBook book, Assigning assigning) {
        this.lines = lines;
        this.book = book;
        this.assigning = assigning;
    }

    @GetMapping
    String page(Who who, @PathVariable String id, Asked asked, Locale language, Model model) {
        MoneyPages.require(who);
        BankLine line = lines.line(who.partnership(), id, asked)
                .orElseThrow(NotFound::new)
                .item();
        String q = asked.q() == null || asked.q().isBlank() ? null : asked.q().strip();
        boolean may = Permissions.maySend(who.roles(), "AssignBankLine") && !asked.looksBack();
        model.addAttribute("line", line);
        model.addAttribute("q", q);
        model.addAttribute("may", may);
        List<Assigning.Choice> choices = may && line.status() == BankLine.Status.OPEN
                ? assigning.choices(who, line, q, new Figures(language))
                : List.of();
        model.addAttribute("choices", choices.stream().limit(Assigning.SHOWN).toList());
        model.addAttribute("more", choices.size() > Assigning.SHOWN);
        model.addAttribute("fresh", EntryName.fresh());
        model.addAttribute("who", who);
        return "money/bank-line";
    }

    /** @param of what it is, as {@code EXPENSE/A-1} */
    @PostMapping("/assignment")
    String assign(
            Who who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String reason,
            Asked asked,
            Locale language,
            Model model) {
        Permissions.requireSend(who, "AssignBankLine");
        String[] chosen = of.split("/", 2);
        Suggestion.Kind kind = kind(chosen[0]);
        if (kind == null || chosen.length < 2 || reason.length() > PlainText.MAX_CHARACTERS) {
            return refused(FieldProblem.of("", "bank.choose"), who, id, asked, language, model);
        }
        try {
            String why = reason.isBlank() ? null : reason.strip();
            return back(who, id, assigning.confirm(who, id, kind, chosen[1], why), "assigned");
        } catch (Rejected refused) {
            return refused(BankPages.problem(refused), who, id, asked, language, model);
        }
    }

    @PostMapping("/release")
    String release(
            Who who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String fresh,
            Asked asked,
            Locale language,
            Model model) {
        Permissions.requireSend(who, "ReleaseBankLine");
        if (reason.isBlank() || reason.length() > PlainText.MAX_CHARACTERS) {
            return refused(FieldProblem.of("reason", "form.required"), who, id, asked, language, model);
        }
        try {
            String named = named("L", fresh);
            return back(who, id, book.release(id, named, reason.strip(), who, Origin.screen()), "released");
        } catch (Rejected refused) {
            return refused(BankPages.problem(refused), who, id, asked, language, model);
        }
    }

    private static Suggestion.@Nullable Kind kind(String name) {
        return List.of(Suggestion.Kind.values()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The name of a command, as the form it was sent with has it; a new one where that is none. */
    static String named(String first, String fresh) {
        return !fresh.isBlank() && EntryName.read(first + "-" + fresh) instanceof Reading.Understood<String> right
                ? right.value()
                : first + "-" + UUID.randomUUID();
    }

    private static String back(Who who, String id, long position, String done) {
        return "redirect:/%s/money/bank/%s?done=%s&minPosition=%d".formatted(who.partnership(), id, done, position);
    }

    private String refused(FieldProblem problem, Who who, String id, Asked asked, Locale language, Model model) {
        model.addAttribute("refusal", problem);
        return page(who, id, asked, language, model);
    }
}
