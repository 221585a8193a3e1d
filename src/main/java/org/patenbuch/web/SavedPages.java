package org.patenbuch.web;

import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving a list with its filters a name, and forgetting it. */
@Controller
@RequestMapping("/{partnership}/saved")
class SavedPages {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 1000;

    private final SavedViews views;

    SavedPages(SavedViews views) {
        this.views = views;
    }

    /** @throws NotFound if the address is none of this partnership: nobody is to be sent elsewhere */
    @PostMapping
    String save(Who who, @RequestParam String name, @RequestParam String address) {
        boolean ours = address.startsWith("/" + who.partnership() + "/")
                && address.length() <= LONGEST_ADDRESS
                && address.chars().noneMatch(Character::isISOControl)
                && address.chars().noneMatch(c -> c == '\\' || c == '{' || c == '}');
        if (!ours) throw new NotFound();
        String plain = name.strip().replaceAll("\\p{Cntrl}", " ");
        if (!plain.isEmpty()) {
            views.save(who, plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain, address);
        }
        return "redirect:" + address;
    }

    @PostMapping("/forget")
    String forget(Who who, @RequestParam String name) {
        views.forget(who, name);
        return "redirect:/" + who.partnership();
    }
}
