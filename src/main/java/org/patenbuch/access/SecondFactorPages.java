package org.patenbuch.access;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Sets up the second step at login: a QR code for an app, then ten codes for the day the phone is lost. */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorPages {
    private static final String HERE = "redirect:/account/second-factor";

    private final SecondFactors factors;
    private final Users users;
    private final Passwords passwords;

    SecondFactorPages(SecondFactors factors, Users users, Passwords passwords) {
        this.factors = factors;
        this.users = users;
        this.passwords = passwords;
    }

    @GetMapping
    String show(Principal someone, Model model) {
        SignedIn signedIn = SignedIn.of(someone);
        boolean has = factors.has(signedIn.userId());
        model.addAttribute("has", has);
        if (!has) {
            byte[] secret = factors.begun(signedIn.userId()).orElseGet(() -> factors.begin(signedIn.userId()));
            String typed = Totp.base32(secret);
            model.addAttribute("secret", typed.replaceAll("(.{4})(?!$)", "$1 "));
            model.addAttribute("qr", QrCode.of(address(signedIn.getName(), typed)));
        }
        return "access/second-factor";
    }

    @PostMapping
    String confirm(Principal someone, @RequestParam(defaultValue = "") String code, RedirectAttributes next) {
        List<String> recovery = factors.confirm(SignedIn.of(someone).userId(), code);
        if (recovery.isEmpty()) next.addFlashAttribute("wrong", "second-factor.wrong");
        else next.addFlashAttribute("recovery", recovery);
        return HERE;
    }

    /** Only with the password: an open browser is not enough. */
    @PostMapping("/end")
    String end(Principal someone, @RequestParam(defaultValue = "") String password, RedirectAttributes next) {
        SignedIn signedIn = SignedIn.of(someone);
        boolean right = users.byLogin(signedIn.getName())
                .filter(user -> passwords.matches(user, password))
                .isPresent();
        if (right) factors.remove(signedIn.userId());
        next.addFlashAttribute(right ? "said" : "wrong", right ? "second-factor.ended" : "password.current");
        return HERE;
    }

    /** What the app reads: otpauth://totp/…, the format all of them share. */
    private static String address(String login, String secret) {
        return UriComponentsBuilder.fromUriString("otpauth://totp/{label}")
                .queryParam("secret", secret)
                .queryParam("issuer", "Patenbuch")
                .encode()
                .buildAndExpand("Patenbuch:" + login)
                .toUriString();
    }
}
