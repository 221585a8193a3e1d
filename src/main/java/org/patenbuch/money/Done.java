package org.patenbuch.money;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What was just booked, which the address says after it; a page confirms it in a sentence. */
@ControllerAdvice(basePackageClasses = MoneyEntry.class)
class Done {
    @ModelAttribute("done")
    @Nullable
    String done(@RequestParam(required = false) @Nullable String done) {
        return done;
    }
}
