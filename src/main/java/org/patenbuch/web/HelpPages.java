package org.patenbuch.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Explains, to anyone and in plain words, what the figures mean and how to get further. */
@Controller
class HelpPages {
    @GetMapping("/help")
    String help() {
        return "web/help";
    }
}
