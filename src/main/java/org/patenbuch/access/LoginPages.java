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
            @RequestParam Optional<String> wait,
            @RequestParam Optional<String> ready,
            @Nullable Principal someone,
            HttpSession session,
            Model model) {
        if (someone != null) return "redirect:/";
        model.addAttribute("refused", error.isPresent());
        model.addAttribute("said", said(bye, expired, wait, ready));
        model.addAttribute("typedName", error.isPresent() ? session.getAttribute(AfterLogin.TYPED_NAME) : null);
        demoPassword.ifPresent(password -> {
            model.addAttribute("demoUsers", DemoUsers.LOGINS);
            model.addAttribute("demoPassword", password.clear());
        });
        return "access/login";
    }

    private static @Nullable String said(
            Optional<String> bye, Optional<String> expired, Optional<String> wait, Optional<String> ready) {
        if (bye.isPresent()) return "login.bye";
        if (expired.isPresent()) return "login.expired";
        if (wait.isPresent()) return "login.wait";
        return ready.isPresent() ? "login.ready" : null;
    }
}
