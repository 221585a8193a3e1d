package org.patenbuch.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Every list, and every entry by itself. */
@Controller
class ListPages {
    private final Desk desk;
    private final Rows rows;
    private final Words words;
    private final Tables tables;

    ListPages(Desk desk, Rows rows, Words words, Tables tables) {
        this.desk = desk;
        this.rows = rows;
        this.words = words;
        this.tables = tables;
    }

    /** A filter in force: its name, what it is set to, and this page without it. */
    record Chip(String name, String value, String without) {}

    /** A filter that can be set; {@code type} as of an {@link Input}. */
    record Filter(String name, String type, String value, List<Input.Choice> choices) {}

    @GetMapping(Place.LIST)
    String list(Who who, @PathVariable String list, Asked asked, HttpServletRequest request, Model model) {
        Listed<?> listed = desk.list(list);
        Permissions.requireAsk(who, listed.question());
        show(listed, who, asked, request, model);
        model.addAttribute("chips", chips(request));
        model.addAttribute("filters", filters(listed, who, asked, request));
        model.addAttribute("asked", asked);
        model.addAttribute("entering", desk.entering(who, list).orElse(null));
        return "desk/list";
    }

    private <R> void show(Listed<R> listed, Who who, Asked asked, HttpServletRequest request, Model model) {
        Page<R> page = listed.page().apply(who, asked);
        frame(listed, who, model);
        model.addAttribute("rows", rows.of(who, listed, page.items(), asked));
        model.addAttribute("next", page.next() == null ? null : with(request, "after", page.next()));
    }

    /** What the list shows, whole, as a file; {@code form=machine} is for programs. */
    @GetMapping(Place.LIST + ".{ending:csv|xlsx|pdf}")
    void file(
            Who who,
            @PathVariable String list,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String form,
            Asked asked,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Listed<?> listed = desk.list(list);
        Permissions.requireAsk(who, listed.question());
        Tables.Form as = form.equals("machine") && ending.equals("csv")
                ? Tables.Form.MACHINE
                : Tables.Form.valueOf(ending.toUpperCase(Locale.ROOT));
        List<String> filters = chips(request).stream()
                .map(chip -> chip.name() + ": " + chip.value())
                .toList();
        tables.write(who, listed, asked, as, filters, response);
    }

    @GetMapping(Place.LIST + "/{id}")
    String entry(
            Who who,
            @PathVariable String list,
            @PathVariable String id,
            @RequestParam Optional<String> done,
            Asked asked,
            HttpServletRequest request,
            Model model) {
        Listed<?> listed = desk.list(list);
        Permissions.requireAsk(who, listed.question());
        if (!Place.home(list).equals(list) && listed.wholeFor(who.roles())) {
            String query = request.getQueryString();
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/{p}/" + Place.home(list) + "/{id}")
                            .buildAndExpand(who.partnership(), id)
                            .encode()
                            .toUriString()
                    + (query == null ? "" : "?" + query);
        }
        show(listed, who, id, asked, model);
        model.addAttribute("asked", asked);
        model.addAttribute("related", desk.related(who, list));
        model.addAttribute("filter", Desk.filterOf(list));
        model.addAttribute("done", done.filter(word -> desk.knows(list, word)).orElse(null));
        return "desk/entry";
    }

    private <R> void show(Listed<R> listed, Who who, String id, Asked asked, Model model) {
        One<R> one = listed.one().ask(who, id, asked).orElseThrow(NotFound::new);
        Rows.Row row = rows.of(who, listed, List.of(one.item()), asked).getFirst();
        frame(listed, who, model);
        model.addAttribute("row", row);
        model.addAttribute("heading", listed.named().apply(one.item()));
        model.addAttribute("actions", desk.offered(who, listed.name(), row.status()));
        model.addAttribute("entering", desk.entering(who, listed.name()).orElse(null));
    }

    private static void frame(Listed<?> listed, Who who, Model model) {
        model.addAttribute("listed", listed);
        model.addAttribute("who", who);
        model.addAttribute("base", "/" + who.partnership() + "/" + listed.name());
    }

    private List<Filter> filters(Listed<?> listed, Who who, Asked asked, HttpServletRequest request) {
        return listed.filters().stream()
                .map(name -> {
                    String value =
                            Optional.ofNullable(request.getParameter(name)).orElse("");
                    List<Input.Choice> choices = choices(listed, who, asked, name, value);
                    boolean day = name.equals("from") || name.equals("to");
                    String type = choices != null ? Inputs.ofMany(choices) : day ? "date" : "text";
                    return new Filter(name, type, value, choices == null ? List.of() : choices);
                })
                .toList();
    }

    /** Null where something is typed. */
    private @Nullable List<Input.Choice> choices(Listed<?> listed, Who who, Asked asked, String name, String value) {
        if (name.equals("status")) {
            return listed.statuses().stream()
                    .map(one -> new Input.Choice(one, words.word(one), one.equals(value)))
                    .toList();
        }
        String other = Names.listOf(name);
        List<Desk.Option> found = other == null ? null : desk.options(who, other, asked.then());
        return found == null
                ? null
                : found.stream()
                        .map(one ->
                                new Input.Choice(one.id(), one.name(), one.id().equals(value)))
                        .toList();
    }

    /** What an address has beyond the filters there are narrows nothing, so it is no chip. */
    private List<Chip> chips(HttpServletRequest request) {
        List<String> technical = List.of("after", "limit", "lang", "minPosition", "form");
        return request.getParameterMap().entrySet().stream()
                .filter(one -> !technical.contains(one.getKey()) && !one.getValue()[0].isBlank())
                .filter(one -> words.sayOrNull("filter." + one.getKey()) != null)
                .map(one -> new Chip(
                        words.say("filter." + one.getKey()),
                        one.getKey().equals("status") ? words.word(one.getValue()[0]) : one.getValue()[0],
                        with(request, one.getKey(), null)))
                .toList();
    }

    /** This address with a parameter set otherwise, or without it; from the first page on. */
    private static String with(HttpServletRequest request, String name, @Nullable String value) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("after")
                .replaceQueryParam(name, value == null ? List.of() : List.of(value))
                .build()
                .toUriString();
    }
}
