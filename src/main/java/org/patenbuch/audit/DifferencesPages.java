package org.patenbuch.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.audit.Differences.Line;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.Figures;
import org.patenbuch.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What changed between two states, or since a report was frozen, with the events that made the difference. */
@Controller
@RequestMapping("/{partnership}")
class DifferencesPages {
    private static final int KEPT = 50;

    private final Differences differences;
    private final Reports reports;
    private final Binder binder;
    private final MessageSource messages;

    DifferencesPages(Differences differences, Reports reports, Binder binder, MessageSource messages) {
        this.differences = differences;
        this.reports = reports;
        this.binder = binder;
        this.messages = messages;
    }

    /** One figure that changed, as people read it. */
    record Shown(String name, String before, String after, String difference, List<Cause> causes, long others) {}

    record Cause(long position, String type, String amount) {}

    @GetMapping("/differences")
    String between(Who who, HttpServletRequest request, HttpServletResponse response, Locale language, Model model) {
        Permissions.requireAsk(who, Question.DIFFERENCES);
        Bound<DifferencesApi.Between> form =
                binder.bind(DifferencesApi.Between.class, Source.parameters(request.getParameterMap()));
        model.addAttribute("who", who);
        model.addAttribute("form", form);
        try {
            if (form.good()) {
                DifferencesApi.Between between = form.value();
                between.check();
                show(differences.between(who.partnership(), between.before(), between.after(), KEPT), language, model);
                return "audit/differences";
            }
        } catch (Misshapen wrong) {
            Bound<DifferencesApi.Between> refused = form;
            for (FieldProblem problem : wrong.problems()) {
                refused = refused.with(problem);
            }
            model.addAttribute("form", refused);
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return "audit/differences";
    }

    @GetMapping("/reports/{id}/delta")
    String delta(Who who, @PathVariable String id, Asked asked, Locale language, Model model) {
        Permissions.requireAsk(who, Question.DIFFERENCES);
        Reports.Frozen report = reports.one(who.partnership(), id, asked).orElseThrow(NotFound::new);
        model.addAttribute("who", who);
        model.addAttribute("report", report);
        show(differences.since(who.partnership(), report, asked, KEPT), language, model);
        return "audit/delta";
    }

    private void show(Differences.Answer answer, Locale language, Model model) {
        model.addAttribute("answer", answer);
        model.addAttribute(
                "lines",
                answer.figures().stream()
                        .filter(Line::changed)
                        .map(line -> shown(line, language))
                        .toList());
    }

    private Shown shown(Line line, Locale language) {
        List<Cause> causes = line.events().stream()
                .map(event -> new Cause(
                        event.position(),
                        word("journal.type." + event.type(), event.type(), language),
                        amount(line.figure(), event.amount(), language)))
                .toList();
        return new Shown(
                name(line, language),
                amount(line.figure(), line.before(), language),
                amount(line.figure(), line.after(), language),
                amount(line.figure(), line.difference(), language),
                causes,
                line.others());
    }

    private String name(Line line, Locale language) {
        String figure = word("figure." + line.figure(), line.figure(), language);
        return line.key() == null ? figure : figure + ", " + key(line, line.key(), language);
    }

    private String key(Line line, String key, Locale language) {
        return switch (line.group()) {
            case "byMonth" -> new Figures(language).month(YearMonth.parse(key));
            case "byActivity" -> word("start.activity." + key, key, language);
            default -> key;
        };
    }

    private static String amount(String figure, long amount, Locale language) {
        Figures figures = new Figures(language);
        if (figure.endsWith("Cents")) {
            return figures.euro(amount);
        }
        return figure.endsWith("inutes") ? figures.hours(amount) : figures.whole(amount);
    }

    private @Nullable String word(String key, String otherwise, Locale language) {
        return messages.getMessage(key, null, otherwise, language);
    }
}
