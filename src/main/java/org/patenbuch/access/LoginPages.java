package org.patenbuch.access;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page; the profile demo also shows there who can be tried out, and with which password. */
@Controller
class LoginPages {
    private static final Set<String> OF_ISSUER = Set.of("away", "refused", "nothing");

    private final Optional<DemoPassword> demoPassword;
    private final Optional<Issuer> issuer;
    private final Memberships memberships;

    LoginPages(Optional<DemoPassword> demoPassword, Optional<Issuer> issuer, Memberships memberships) {
        this.memberships = memberships;
        this.demoPassword = demoPassword;
        this.issuer = issuer;
    }

    @GetMapping("/login")
    String login(
            @RequestParam Optional<String> error,
            @RequestParam Optional<String> bye,
            @RequestParam Optional<String> expired,
            @RequestParam Optional<String> wait,
            @RequestParam Optional<String> ready,
            @RequestParam(name = "issuer") Optional<String> ofIssuer,
            @Nullable Principal someone,
            HttpSession session,
            Model model) {
        if (someone != null) return "redirect:" + memberships.home(someone);
        model.addAttribute("refused", error.isPresent());
        model.addAttribute("said", said(bye, expired, wait, ready));
        model.addAttribute("typedName", error.isPresent() ? session.getAttribute(AfterLogin.TYPED_NAME) : null);
        ofIssuer.filter(OF_ISSUER::contains).ifPresent(why -> model.addAttribute("wrong", "login.issuer." + why));
        issuer.map(Issuer::settings).ifPresent(oidc -> {
            model.addAttribute("oidc", OidcPages.GO);
            model.addAttribute("oidcButton", oidc.button());
        });
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
