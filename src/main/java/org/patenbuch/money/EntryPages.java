package org.patenbuch.money;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patenbuch.access.Permissions;
import org.patenbuch.audit.Meanwhile;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Source;
import org.patenbuch.fund.FundForm;
import org.patenbuch.funding.Budget;
import org.patenbuch.funding.Budgets;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * Entering about money, in two steps: the form, then what was understood of it, and only then it is booked. The form has
 * its entry's name from the start, so sending it twice books once.
 */
@Controller
@RequestMapping("/{partnership}/money/enter/{kind}")
class EntryPages {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final FundingLists lists;
    private final Budgets budgets;
    private final Binder binder;
    private final Booking booking;
    private final About about;
    private final Meanwhile meanwhile;

    EntryPages(FundingLists lists, Budgets budgets, Binder binder, Booking booking, About about, Meanwhile meanwhile) {
        this.lists = lists;
        this.budgets = budgets;
        this.binder = binder;
        this.booking = booking;
        this.about = about;
        this.meanwhile = meanwhile;
    }

    /** What is known already may come along in the address. */
    @GetMapping
    String form(Who who, @PathVariable String kind, @RequestParam Map<String, String> known, Model model) {
        MoneyEntry entry = MoneyEntry.at(kind);
        Map<String, String> offered = new HashMap<>(known);
        offered.putIfAbsent("id", fresh(entry));
        return show(entry, Bound.offered(offered), "form", who, model);
    }

    @PostMapping
    String enter(
            Who who,
            @PathVariable String kind,
            @RequestParam(defaultValue = "check") String step,
            WebRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        MoneyEntry entry = MoneyEntry.at(kind);
        Permissions.requireSend(who, entry.command);
        Bound<? extends Record> bound = checked(binder.bind(entry.form, Source.parameters(request.getParameterMap())));
        if (!bound.good() || step.equals("change")) {
            response.setStatus(bound.good() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(entry, bound, "form", who, model);
        }
        List<Meanwhile.Change> changes =
                meanwhile.of(who, entry.decides(), bound.text("of"), bound.text("seen"), language);
        if (!changes.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("changes", changes);
            model.addAttribute("seen", changes.getLast().position());
            return show(entry, bound, "form", who, model);
        }
        if (!step.equals("book")) {
            model.addAttribute(
                    "line", budgetLine(bound.value(), bound.text("of"), who).orElse(null));
            return show(entry, bound, "check", who, model);
        }
        String id = name(bound.text("id"), entry);
        String of = entry.aboutOther() ? name(bound.text("of"), entry) : "";
        try {
            Receipt receipt = booking.book(entry, bound.value(), id, of, who);
            return "redirect:/%s/money/%s?minPosition=%d&done=%s"
                    .formatted(who.partnership(), entry.next(receipt.id(), of), receipt.position(), entry.path());
        } catch (Rejected refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FieldProblem problem = new FieldProblem("", "rejected." + refused.code(), refused.arguments());
            return show(entry, bound.with(problem), "form", who, model);
        }
    }

    /** What no single field can tell. */
    private static <F extends Record> Bound<F> checked(Bound<F> bound) {
        if (bound.value() instanceof FundForm.Contribution contribution) {
            try {
                contribution.requireBasis();
            } catch (Misshapen missing) {
                return bound.with(missing.problems().getFirst());
            }
        }
        return bound;
    }

    /** How the plan would stand with it, be it proposed or accepted; empty for what is no expense. */
    private Optional<Budget.Line> budgetLine(Record form, String of, Who who) {
        return switch (form) {
            case FundForm.Expense expense ->
                budgets.with(
                        who.partnership(),
                        expense.fundId(),
                        expense.category(),
                        expense.amountCents(),
                        expense.paidOn());
            case FundForm.Acceptance acceptance ->
                lists.proposal(who.partnership(), of, Asked.NOW)
                        .map(One::item)
                        .flatMap(proposal -> budgets.with(
                                who.partnership(),
                                proposal.fundId(),
                                proposal.category(),
                                proposal.amountCents(),
                                acceptance.paidOn() == null ? proposal.paidOn() : acceptance.paidOn()));
            default -> Optional.empty();
        };
    }

    private String show(MoneyEntry entry, Bound<? extends Record> form, String step, Who who, Model model) {
        Permissions.requireSend(who, entry.command);
        Choices choices = Choices.of(who.partnership(), lists);
        List<Field> fields = Field.of(entry.form, choices);
        model.addAttribute("entry", entry);
        model.addAttribute("about", about.of(entry, form.text("of"), choices).orElse(null));
        model.addAttribute("fields", fields);
        model.addAttribute("form", told(form, fields));
        model.addAttribute("who", who);
        return step.equals("check") ? "money/check" : "money/entry";
    }

    /** Who typed a name and took none of what was offered is not helped by the letters an id may have. */
    private static Bound<? extends Record> told(Bound<? extends Record> form, List<Field> fields) {
        List<FieldProblem> problems = form.problems().stream()
                .map(problem -> problem.code().equals("form.not-a-name") && suggested(problem.field(), fields)
                        ? FieldProblem.of(problem.field(), "desk.wrong.suggested")
                        : problem)
                .toList();
        return new Bound<>(form.value(), problems, form.typed());
    }

    private static boolean suggested(String name, List<Field> fields) {
        return fields.stream().anyMatch(field -> field.name().equals(name) && field.kind() == Field.Kind.SUGGESTED);
    }

    /** What came along is used as a name only if it is one. */
    private static String name(String typed, MoneyEntry entry) {
        return NAME.matcher(typed).matches() ? typed : fresh(entry);
    }

    private static String fresh(MoneyEntry entry) {
        return entry.prefix + "-" + EntryName.fresh();
    }
}
