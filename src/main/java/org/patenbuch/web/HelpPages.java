package org.patenbuch.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Explains, to anyone and in plain words, the pages, the figures and the words, and who answers for all of it. */
@Controller
class HelpPages {
    /** Pages with a help text of their own, by the part of the address that follows the partnership. */
    static final List<String> TOPICS = List.of(
            "search",
            "partners",
            "funds",
            "pledges",
            "contributions",
            "expenses",
            "sponsors",
            "households",
            "sponsorships",
            "hours",
            "people",
            "my-hours",
            "imports");

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
