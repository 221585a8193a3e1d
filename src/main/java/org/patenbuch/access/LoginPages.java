package org.patenbuch.access;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page; the profile demo also shows there who can be tried out, and with which password. */
@Controller
class LoginPages {
    private final Optional<DemoPassword> demoPassword;

    LoginPages(Optional<DemoPassword> demoPassword) {
        this.demoPassword = demoPassword;
    }

    @GetMapping("/login")
    String login(
            @RequestParam Optional<String> error,
            @RequestParam Optional<String> bye,
            @RequestParam Optional<String> expired,
            @Nullable Principal someone,
            HttpSession session,
            Model model) {
        if (someone != null) return "redirect:/";
        model.addAttribute("refused", error.isPresent());
        model.addAttribute("said", bye.isPresent() ? "login.bye" : expired.isPresent() ? "login.expired" : null);
        model.addAttribute("typedName", error.isPresent() ? session.getAttribute(AfterLogin.TYPED_NAME) : null);
        demoPassword.ifPresent(password -> {
            model.addAttribute("demoUsers", DemoUsers.LOGINS);
            model.addAttribute("demoPassword", password.clear());
        });
        return "access/login";
    }
}
