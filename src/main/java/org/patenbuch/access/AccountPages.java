package org.patenbuch.access;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password and personal tokens. Each change ends with a sentence on the same page. */
@Controller
@RequestMapping("/account")
class AccountPages {
    private static final String HERE = "redirect:/account";
    private static final String SAID = "said";
    private static final String WRONG = "wrong";

    private final Users users;
    private final Tokens tokens;
    private final NewPassword newPassword;
    private final Sessions sessions;
    private final IssuerPeople issuerPeople;
    private final Clock clock;

    AccountPages(
            Users users,
            Tokens tokens,
            NewPassword newPassword,
            Sessions sessions,
            IssuerPeople issuerPeople,
            Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.newPassword = newPassword;
        this.sessions = sessions;
        this.issuerPeople = issuerPeople;
        this.clock = clock;
    }

    @GetMapping
    String show(Principal someone, HttpSession here, Model model) {
        SignedIn signedIn = SignedIn.of(someone);
        User user = users.byLogin(signedIn.getName()).orElseThrow(NotFound::new);
        model.addAttribute("user", user);
        model.addAttribute("ofIssuer", issuerPeople.has(user.userId()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("tokens", tokens.of(signedIn.userId()));
        model.addAttribute("mostDays", Tokens.MOST_DAYS);
        model.addAttribute("sessions", sessions.of(signedIn, here.getId()));
        return "access/account";
    }

    /** Makes a token and shows it on the next page, once. */
    @PostMapping("/tokens")
    String makeToken(
            Principal someone,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "false") boolean mayWrite,
            RedirectAttributes next) {
        Optional<Integer> valid = days(days);
        String called = name.strip();
        next.addFlashAttribute("typedName", called);
        next.addFlashAttribute("typedDays", days);
        next.addFlashAttribute("typedWrite", mayWrite);
        if (called.isEmpty() || called.length() > 100) return wrong(next, "name", "account.token.name.wrong");
        if (valid.isEmpty()) return wrong(next, "days", "account.token.days.wrong");
        // It would outlive the account there, and know nothing of roles withdrawn there
        if (issuerPeople.has(SignedIn.of(someone).userId())) return wrong(next, "account.token.issuer");
        Optional<String> token = tokens.make(SignedIn.of(someone).userId(), called, mayWrite, valid.get());
        if (token.isEmpty()) return wrong(next, "account.token.many");
        next.addFlashAttribute("token", token.get());
        return HERE;
    }

    @PostMapping("/tokens/{tokenId}/end")
    String endToken(Principal someone, @PathVariable String tokenId, RedirectAttributes next) {
        if (!tokens.end(SignedIn.of(someone).userId(), tokenId)) throw new NotFound();
        next.addFlashAttribute(SAID, "account.token.ended");
        return HERE;
    }

    @PostMapping("/password")
    String changePassword(
            Principal someone,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String fresh,
            HttpSession here,
            RedirectAttributes next) {
        Optional<String> refusal = newPassword.change(SignedIn.of(someone), current, fresh);
        if (refusal.isPresent()) {
            return switch (refusal.get()) {
                case "password.demo" -> wrong(next, refusal.get());
                case "password.current" -> wrong(next, "current", refusal.get());
                default -> wrong(next, "fresh", refusal.get());
            };
        }
        sessions.endAll(SignedIn.of(someone), here.getId());
        next.addFlashAttribute(SAID, "account.password.changed");
        return HERE;
    }

    @PostMapping("/sessions/{number}/end")
    String endSession(Principal someone, @PathVariable String number, RedirectAttributes next) {
        if (!sessions.end(SignedIn.of(someone), number)) throw new NotFound();
        next.addFlashAttribute(SAID, "account.session.ended");
        return HERE;
    }

    /** @param field which field of the page's forms is wrong */
    private static String wrong(RedirectAttributes next, String field, String key) {
        next.addFlashAttribute("mistake", field);
        return wrong(next, key);
    }

    private static String wrong(RedirectAttributes next, String key) {
        next.addFlashAttribute(WRONG, key);
        return HERE;
    }

    private static Optional<Integer> days(String typed) {
        try {
            int days = Integer.parseInt(typed.strip());
            return days >= 1 && days <= Tokens.MOST_DAYS ? Optional.of(days) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
