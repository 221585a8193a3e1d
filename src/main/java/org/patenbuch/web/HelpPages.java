package org.patenbuch.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Explains, to anyone and in plain words, the pages, the figures and the words, and who answers for all of it. */
@Controller
class HelpPages {
    /** Pages with a help text of their own, by the part of their address that says what they are about. */
    static final List<String> TOPICS = List.of(
            "search",
            "money",
            "pledges",
            "contributions",
            "expenses",
            "proposals",
            "bank",
            "funds",
            "partners",
            "periods",
            "impact",
            "people",
            "sponsors",
            "households",
            "sponsorships",
            "hours",
            "timesheets",
            "my-hours",
            "hour-claims",
            "dialogue",
            "meetings",
            "demands",
            "commitments",
            "recognitions",
            "audit",
            "journal",
            "trace",
            "differences",
            "reports",
            "samples",
            "check-marks",
            "evidence",
            "accesses",
            "persons",
            "imports",
            "users");

    /** Parts of addresses below which others stand that say more. */
    private static final Set<String> SECTIONS = Set.of("money", "people");

    static final List<String> WORDS = List.of(
            "partnership",
            "partner",
            "pledge",
            "instalment",
            "contribution",
            "in-kind",
            "staff-time",
            "fund",
            "restricted",
            "transfer",
            "expense",
            "voucher",
            "reversal",
            "lock",
            "sponsor",
            "household",
            "sponsorship",
            "certificate",
            "timesheet",
            "approval",
            "state",
            "journal",
            "checkpoint");

    private final Operator operator;

    HelpPages(Operator operator) {
        this.operator = operator;
    }

    /** Where help with a page stands: its own text where it has one, else all of it. */
    static String addressFor(String path) {
        List<String> topics =
                Stream.of(path.split("/")).skip(2).filter(TOPICS::contains).toList();
        return topics.stream()
                .filter(topic -> !SECTIONS.contains(topic))
                .findFirst()
                .or(() -> topics.stream().findFirst())
                .map(topic -> "/help#page-" + topic)
                .orElse("/help");
    }

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("topics", TOPICS);
        return "web/help";
    }

    @GetMapping("/help/glossary")
    String glossary(Model model) {
        model.addAttribute("words", WORDS);
        return "web/glossary";
    }

    @GetMapping("/help/accessibility")
    String accessibility(Model model) {
        model.addAttribute("operator", operator);
        return "web/accessibility";
    }

    @GetMapping("/help/privacy")
    String privacy(Model model) {
        model.addAttribute("operator", operator);
        return "web/privacy";
    }

    @GetMapping("/help/imprint")
    String imprint(Model model) {
        model.addAttribute("operator", operator);
        return "web/imprint";
    }
}
