package org.patenbuch.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.patenbuch.access.Permissions;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.Together;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms to freeze a report and to mark an entry as checked. The entry's name is in the form, so twice is once. */
@Controller
@RequestMapping("/{partnership}")
class ReviewPages {
    private final Ledger ledger;
    private final Together together;

    ReviewPages(Ledger ledger, Together together) {
        this.ledger = ledger;
        this.together = together;
    }

    @GetMapping("/reports/new")
    String freezing(Who who, Model model) {
        Permissions.requireSend(who, "FreezeReport");
        return freezing(who, Bound.offered(Map.of("id", "R-" + fresh())), model);
    }

    @PostMapping("/reports/new")
    String freeze(Who who, @Shaped Bound<ReviewForm.Freezing> form, Model model) {
        Permissions.requireSend(who, "FreezeReport");
        if (!form.good()) {
            return freezing(who, form, model);
        }
        ReviewForm.Freezing report = form.value();
        String id = report.id() == null ? "R-" + fresh() : report.id();
        return sent(
                form,
                () -> freeze(report, id, who),
                receipt -> "redirect:/%s/reports/%s?position=%d".formatted(who.partnership(), id, receipt.position()),
                refused -> freezing(who, refused, model));
    }

    private Receipt freeze(ReviewForm.Freezing report, String id, Who who) {
        Origin origin = Origin.screen();
        Command freezing = report.command(who.partnership(), id);
        if (!report.locks()) {
            return ledger.send(freezing, who, origin);
        }
        return together.record(() -> {
            Receipt frozen = ledger.send(freezing, who, origin);
            ledger.send(new LockPeriod(who.partnership(), id, report.from(), report.to(), null), who, origin);
            return frozen;
        });
    }

    @GetMapping("/check-marks/new")
    String marking(Who who, @RequestParam long position, @RequestParam(defaultValue = "") String back, Model model) {
        Permissions.requireSend(who, "AddCheckMark");
        Map<String, String> offered =
                Map.of("id", "C-" + fresh(), "position", Long.toString(position), "finding", "IN_ORDER", "back", back);
        return marking(who, Bound.offered(offered), model);
    }

    @PostMapping("/check-marks/new")
    String mark(Who who, @Shaped Bound<ReviewForm.MarkOnScreen> form, Model model) {
        Permissions.requireSend(who, "AddCheckMark");
        if (!form.good()) {
            return marking(who, form, model);
        }
        ReviewForm.Mark mark = form.value().mark("C-" + fresh());
        return sent(
                form,
                () -> ledger.send(mark.command(who.partnership(), mark.id()), who, Origin.screen()),
                receipt -> "redirect:" + form.value().backFor(who.partnership(), receipt.position()),
                refused -> marking(who, refused, model));
    }

    private interface Then<T> {
        String page(T outcome);
    }

    private static <F> String sent(Bound<F> form, Supplier<Receipt> command, Then<Receipt> done, Then<Bound<F>> again) {
        try {
            return done.page(command.get());
        } catch (Rejected refused) {
            return again.page(form.with(new FieldProblem("id", "rejected." + refused.code(), refused.arguments())));
        }
    }

    private static String freezing(Who who, Bound<?> form, Model model) {
        model.addAllAttributes(Map.of("who", who, "form", form));
        return "review/freeze";
    }

    private static String marking(Who who, Bound<?> form, Model model) {
        model.addAllAttributes(Map.of("who", who, "form", form, "findings", List.of(ReviewEvent.Finding.values())));
        return "review/mark";
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 13);
    }
}
