package org.patenbuch.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.intake.ColumnForm.Mistake;
import org.patenbuch.kernel.Who;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mappings of columns that are remembered: what each says, calling it something else, forgetting it. */
@Controller
@RequestMapping("/{partnership}/imports/mappings")
class MappingPages {
    private final ColumnMappings mappings;

    MappingPages(ColumnMappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping
    String page(Who who, Model model) {
        return page(who, null, "", List.of(), model);
    }

    @PostMapping("/name")
    String rename(
            Who who,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response,
            Model model) {
        Permissions.requireSend(who, "RunImport");
        String plain = ColumnForm.plain(name);
        List<Mistake> mistakes = ColumnForm.wrongWith(plain, edition);
        if (mistakes.isEmpty()) mistakes = mistakes(mappings.rename(who, edition, plain), edition, plain);
        return done(who, edition, plain, mistakes, response, model);
    }

    @PostMapping("/forget")
    String forget(Who who, @RequestParam(defaultValue = "") String edition, HttpServletResponse response, Model model) {
        Permissions.requireSend(who, "RunImport");
        return done(who, edition, "", mistakes(mappings.forget(who, edition), edition, ""), response, model);
    }

    private static List<Mistake> mistakes(ColumnMappings.Outcome outcome, String edition, String name) {
        return switch (outcome) {
            case KEPT, TOO_MANY -> List.of();
            case TAKEN -> List.of(Mistake.of(edition, "imports.mapping.name.taken", name));
            case CHANGED -> List.of(Mistake.of("", "imports.mapping.changed"));
        };
    }

    private String done(
            Who who, String edition, String name, List<Mistake> mistakes, HttpServletResponse response, Model model) {
        if (mistakes.isEmpty()) return "redirect:/" + who.partnership() + "/imports/mappings";
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(who, edition, name, mistakes, model);
    }

    /** @param typed what was to be the name of that edition */
    private String page(Who who, @Nullable String edition, String typed, List<Mistake> mistakes, Model model) {
        Permissions.requireSend(who, "RunImport");
        model.addAttribute("remembered", mappings.all(who.partnership()));
        model.addAttribute("edition", edition);
        model.addAttribute("typed", typed);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("wrong", Mistake.byPlace(mistakes));
        model.addAttribute("who", who);
        return "intake/mappings";
    }
}
