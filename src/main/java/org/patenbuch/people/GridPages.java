package org.patenbuch.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.SponsorshipEntry;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Sentences;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The coordinator's grid: hours of one person or many, row by row, as they stand on the sheets of paper. What is good is
 * entered, what is not stays in the grid and says why; each row has its name from the start, so sending twice is harmless.
 */
@Controller
@RequestMapping("/{partnership}/people/hours")
class GridPages {
    private static final String NAMES = "[A-Za-z0-9._-]{1,64}( [A-Za-z0-9._-]{1,64})?";
    private static final int ROWS = 10;
    /** Sheets of paper come in late, but not as late as that. */
    private static final int MONTHS = 12;

    private static final Map<String, String> COLUMNS = Map.of(
            "who", "people.grid.sponsor",
            "on", "people.day",
            "minutes", "people.grid.minutes",
            "activity", "start.activity");

    private final EngagementLists lists;
    private final Ledger ledger;
    private final Binder binder;
    private final Sentences sentences;
    private final Clock clock;

    GridPages(EngagementLists lists, Ledger ledger, Binder binder, Sentences sentences, Clock clock) {
        this.lists = lists;
        this.ledger = ledger;
        this.binder = binder;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Bean
    static NavEntry hoursGridEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.hours-grid",
                "/people/hours",
                20,
                roles -> roles.contains(Role.COORDINATOR));
    }

    /** @param who a sponsor's id, and after a space a sponsorship's */
    record Line(
            String id,

            @Pattern(regexp = NAMES, message = "people.grid.who")
            String who,

            LocalDate on,
            @Min(1) @Max(24 * 60) int minutes,
            Activity activity) {}

    /**
     * Why a row was not entered, and in which of its fields to begin: {@code who}, {@code on}, {@code minutes} or
     * {@code activity}.
     */
    record Problem(String field, String text) {}

    /** @param problem null for a row not yet filled in */
    record Row(
            String id,
            String who,
            String on,
            String minutes,
            String activity,
            @Nullable Problem problem) {
        static Row blank(String who, String on) {
            return new Row(UUID.randomUUID().toString(), who, on, "", "VISIT", null);
        }

        Row with(Problem why) {
            return new Row(id, who, on, minutes, activity, why);
        }

        public boolean wrongIn(String field) {
            return problem != null && problem.field().equals(field);
        }

        /** A person or a day stands in it, typed or taken from the row above. */
        boolean begun() {
            return !who.isBlank() || !on.isBlank();
        }
    }

    /** One that can be chosen for a row. */
    record Choice(String value, String label) {}

    @GetMapping
    String grid(Who who, @RequestParam(required = false) @Nullable String sponsor, Model model) {
        List<Row> rows = new ArrayList<>();
        String first = sponsor == null ? "" : sponsor;
        for (int i = 0; i < ROWS; i++) {
            rows.add(Row.blank(first, ""));
        }
        return show(who, rows, List.of(), model);
    }

    private String show(Who who, List<Row> rows, List<String> entered, Model model) {
        Permissions.requireSend(who, "ReturnHours"); // the coordinator's
        model.addAttribute("choices", choices(who));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "wrong", rows.stream().filter(row -> row.problem() != null).count());
        model.addAttribute("entered", entered);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("who", who);
        return "people/grid";
    }

    private List<Choice> choices(Who who) {
        Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
        Asked lately = Asked.NOW.during(LocalDate.now(clock).minusMonths(MONTHS), null);
        Map<String, List<SponsorshipEntry>> theirs = Page.everyItem(
                        lately, page -> lists.sponsorships(who.partnership(), sight, page))
                .collect(Collectors.groupingBy(SponsorshipEntry::sponsorId));
        List<Choice> choices = new ArrayList<>();
        Page.everyItem(Asked.NOW, page -> lists.sponsors(who.partnership(), sight, page))
                .forEach(sponsor -> {
                    String name = sponsor.name() == null ? sponsor.id() : sponsor.name();
                    theirs.getOrDefault(sponsor.id(), List.of())
                            .forEach(one -> choices.add(
                                    new Choice(sponsor.id() + " " + one.id(), name + " – " + one.householdId())));
                    choices.add(new Choice(sponsor.id(), name));
                });
        return choices;
    }

    @PostMapping
    String enter(Who who, @RequestParam MultiValueMap<String, String> typed, Locale language, Model model) {
        Permissions.requireSend(who, "ReturnHours");
        List<Row> left = new ArrayList<>();
        List<String> entered = new ArrayList<>();
        List<String> ids = typed.getOrDefault("id", List.of());
        for (int i = 0; i < ids.size(); i++) {
            Row row = row(typed, i);
            if (row.minutes().isBlank()) {
                if (row.begun()) left.add(row);
                continue;
            }
            Problem problem = enter(row, who, language);
            if (problem == null) {
                entered.add(row.who() + " · " + row.on() + " · " + row.minutes());
            } else {
                left.add(row.with(problem));
            }
        }
        boolean nothing = entered.isEmpty() && left.stream().allMatch(row -> row.problem() == null);
        if (nothing && !left.isEmpty()) {
            String why = sentences.of("people.grid.nothing", List.of(), language);
            left.set(0, left.getFirst().with(new Problem("minutes", why)));
        }
        while (left.size() < ROWS) {
            left.add(Row.blank("", ""));
        }
        return show(who, left, entered, model);
    }

    private static Row row(MultiValueMap<String, String> typed, int i) {
        return new Row(
                at(typed, "id", i),
                at(typed, "who", i),
                at(typed, "on", i),
                at(typed, "minutes", i),
                at(typed, "activity", i),
                null);
    }

    private static String at(MultiValueMap<String, String> typed, String name, int i) {
        List<String> values = typed.getOrDefault(name, List.of());
        return i < values.size() ? values.get(i) : "";
    }

    /** @return why not, or null */
    private @Nullable Problem enter(Row row, Who who, Locale language) {
        Bound<Line> bound = binder.bind(
                Line.class,
                Source.row(Map.of(
                        "id", row.id(),
                        "who", row.who(),
                        "on", row.on(),
                        "minutes", row.minutes(),
                        "activity", row.activity())));
        if (!bound.good()) {
            FieldProblem first = bound.problems().getFirst();
            String field = COLUMNS.containsKey(first.field()) ? first.field() : "who";
            String column = sentences.of(COLUMNS.get(field), List.of(), language);
            return new Problem(field, column + ": " + sentences.of(first, language));
        }
        Line line = bound.value();
        String[] names = line.who().split(" ");
        LogHours command = new LogHours(
                who.partnership(),
                line.id(),
                names[0],
                names.length > 1 ? names[1] : null,
                line.on(),
                line.minutes(),
                line.activity(),
                null);
        try {
            ledger.send(command, who, Origin.screen());
            return null;
        } catch (Rejected refused) {
            return new Problem("who", sentences.of("rejected." + refused.code(), refused.arguments(), language));
        }
    }
}
