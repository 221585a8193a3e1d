package org.patenbuch.money;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.patenbuch.access.Permissions;
import org.patenbuch.bank.BankBook;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.PlainText;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.matching.BankLine;
import org.patenbuch.matching.BankLines;
import org.patenbuch.matching.Suggestion;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Statements of the bank on screen: read one, and say of each booking what it is, one by one or all certain ones. */
@Controller
@RequestMapping("/{partnership}/money/bank")
class BankPages {
    private static final int SHOWN = 200;

    private final BankLines lines;
    private final BankBook book;
    private final FundingLists lists;
    private final Assigning booked;

    BankPages(BankLines lines, BankBook book, FundingLists lists, Assigning booked) {
        this.lines = lines;
        this.book = book;
        this.lists = lists;
        this.booked = booked;
    }

    @GetMapping
    String page(Who who, Asked asked, Model model) {
        MoneyPages.require(who);
        String status = asked.status() == null ? "OPEN" : asked.status();
        Page<BankLine> page = having(status, who, asked);
        List<BankLine> found = page.items();
        model.addAttribute("lines", found);
        model.addAttribute("next", page.next());
        model.addAttribute("status", status);
        model.addAttribute("fresh", EntryName.fresh());
        // Confirming all begins at the beginning of the list, so it is offered there
        model.addAttribute(
                "certain",
                asked.after() != null
                        ? 0
                        : found.stream().filter(line -> line.certain() != null).count());
        model.addAttribute("names", Choices.of(who.partnership(), lists, asked));
        model.addAttribute("may", Permissions.maySend(who.roles(), "AssignBankLine"));
        model.addAttribute("who", who);
        return "money/bank";
    }

    private Page<BankLine> having(String status, Who who, Asked asked) {
        return lines.lines(who.partnership(), asked.most(SHOWN).having(status));
    }

    @PostMapping
    String read(Who who, @RequestParam MultipartFile file, Asked asked, Model model) throws IOException {
        Permissions.requireSend(who, "RecordBankStatement");
        try {
            Long position = book.read(file.getBytes(), who, Origin.screen());
            return back(who, position, "statement");
        } catch (Unreadable refused) {
            return refused(new FieldProblem("", refused.code(), refused.arguments()), who, asked, model);
        } catch (Rejected refused) {
            return refused(problem(refused), who, asked, model);
        }
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            Who who,
            @PathVariable String id,
            @RequestParam Suggestion.Kind kind,
            @RequestParam String of,
            Asked asked,
            Model model) {
        Permissions.requireSend(who, "AssignBankLine");
        try {
            return back(who, booked.confirm(who, id, kind, of, null), "assigned");
        } catch (Rejected refused) {
            return refused(problem(refused), who, asked, model);
        }
    }

    /** Each by itself: what is refused stays open, and the others are booked. */
    @PostMapping("/certain")
    String allCertain(Who who, Asked asked, Model model) {
        Permissions.requireSend(who, "AssignBankLine");
        Long position = null;
        List<FieldProblem> refused = new ArrayList<>();
        for (BankLine line : having("OPEN", who, asked).items()) {
            Suggestion certain = line.certain();
            if (certain != null) {
                try {
                    position = booked.confirm(who, line.id(), certain.kind(), certain.id(), null);
                } catch (Rejected one) {
                    refused.add(problem(one));
                }
            }
        }
        return refused.isEmpty()
                ? back(who, position, "assigned")
                : refused(refused.getFirst(), who, position == null ? asked : asked.notBefore(position), model);
    }

    @PostMapping("/{id}/aside")
    String aside(
            Who who,
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String fresh,
            Asked asked,
            Model model) {
        Permissions.requireSend(who, "SetBankLineAside");
        if (reason.isBlank() || reason.length() > PlainText.MAX_CHARACTERS) {
            return refused(FieldProblem.of("reason", "form.required"), who, asked, model);
        }
        try {
            return back(
                    who,
                    book.aside(id, BankLinePages.named("N", fresh), reason.strip(), who, Origin.screen()),
                    "aside");
        } catch (Rejected refused) {
            return refused(problem(refused), who, asked, model);
        }
    }

    static FieldProblem problem(Rejected refused) {
        return new FieldProblem("", "rejected." + refused.code(), refused.arguments());
    }

    private static String back(Who who, @org.jspecify.annotations.Nullable Long position, String done) {
        return "redirect:/" + who.partnership() + "/money/bank?done=" + done
                + (position == null ? "" : "&minPosition=" + position);
    }

    private String refused(FieldProblem problem, Who who, Asked asked, Model model) {
        model.addAttribute("refusal", problem);
        return page(who, asked, model);
    }
}
