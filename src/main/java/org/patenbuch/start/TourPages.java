package org.patenbuch.start;

import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Puts the first visit's tour away for good. */
@Controller
class TourPages {
    private final Tour tour;

    TourPages(Tour tour) {
        this.tour = tour;
    }

    @PostMapping("/{partnership}/tour/seen")
    String seen(Who who) {
        tour.putAway(who);
        return "redirect:/" + who.partnership();
    }
}
