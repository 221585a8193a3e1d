package org.patenbuch.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Searched.Hit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One search over everything a person may see. */
@Controller
class SearchPages {
    private static final int LONGEST = 200;

    private final List<Searched> all;

    SearchPages(List<Searched> all) {
        this.all = all;
    }

    @GetMapping("/{partnership}/search")
    String search(Who who, @RequestParam(defaultValue = "") String q, Model model) {
        List<Searched> mine =
                all.stream().filter(searched -> searched.concerns(who)).toList();
        if (mine.isEmpty()) throw new NotFound();
        Sought sought = Sought.of(q.length() > LONGEST ? q.substring(0, LONGEST) : q);
        Map<String, List<Hit>> hits = sought.empty()
                ? Map.of()
                : mine.stream()
                        .flatMap(searched -> searched.find(who, sought).stream())
                        .collect(Collectors.groupingBy(Hit::kind, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("sought", sought);
        model.addAttribute("hits", hits);
        model.addAttribute("most", Searched.MOST);
        model.addAttribute("who", who);
        return "web/search";
    }
}
