package org.patenbuch.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets a new installation up: its first partnership and its first administrator. Then this page is gone for ever. */
@Controller
class SetupPages {
    static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
    private static final Pattern PARTNERSHIP = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    /** Addresses of Patenbuch itself. */
    private static final Set<String> TAKEN = Set.of(
            "account",
            "actuator",
            "api",
            "app",
            "error",
            "help",
            "invitation",
            "login",
            "logout",
            "oauth2",
            "setup",
            "v3",
            "vendor",
            "webauthn");

    private static final int LONGEST_NAME = 200;

    private final Optional<FirstRun> firstRun;
    private final Users users;
    private final Passwords passwords;
    private final NewPassword newPassword;
    private final Attempts attempts;
    private final Founding founding;
    private final TransactionTemplate together;

    SetupPages(
            Optional<FirstRun> firstRun,
            Users users,
            Passwords passwords,
            NewPassword newPassword,
            Attempts attempts,
            Founding founding,
            TransactionTemplate together) {
        this.firstRun = firstRun;
        this.users = users;
        this.passwords = passwords;
        this.newPassword = newPassword;
        this.attempts = attempts;
        this.founding = founding;
        this.together = together;
    }

    /** What was typed. */
    record Typed(String word, String login, String password, String partnership, String name) {
        /** Never the password or the word. */
        @Override
        public String toString() {
            return "a set-up form";
        }
    }

    @GetMapping("/setup")
    String show(Model model) {
        requireOpen();
        return page(new Typed("", "", "", "", ""), null, model);
    }

    @PostMapping("/setup")
    String setUp(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(defaultValue = "") String name,
            Model model) {
        FirstRun door = requireOpen();
        attempts.requireLink(request.getRemoteAddr());
        Typed typed = new Typed(
                word,
                login.strip().toLowerCase(Locale.ROOT),
                password,
                partnership.strip().toLowerCase(Locale.ROOT),
                name.strip());
        if (!door.fits(word)) {
            attempts.linkFailed(request.getRemoteAddr());
            return page(typed, "setup.word.wrong", model);
        }
        Optional<String> wrong = wrong(typed);
        if (wrong.isPresent()) return page(typed, wrong.get(), model);
        return door.once(word, () -> setUp(typed)) ? "redirect:/login?ready" : page(typed, "setup.word.wrong", model);
    }

    private Optional<String> wrong(Typed typed) {
        if (!LOGIN.matcher(typed.login()).matches()) return Optional.of("setup.login.wrong");
        boolean usable = PARTNERSHIP.matcher(typed.partnership()).matches() && !TAKEN.contains(typed.partnership());
        if (!usable) return Optional.of("setup.partnership.wrong");
        if (typed.name().isEmpty() || typed.name().length() > LONGEST_NAME) return Optional.of("setup.name.wrong");
        return newPassword.refusal(typed.login(), typed.password());
    }

    /** Partnership, administrator and role, or nothing of it: a half would shut this door and open no other. */
    private void setUp(Typed typed) {
        String userId = UUID.randomUUID().toString();
        User admin = new User(userId, typed.login(), passwords.hash(typed.password()), false, null, false);
        Who who = new Who(typed.partnership(), userId, EnumSet.of(Role.ADMIN), null, null);
        together.executeWithoutResult(all -> {
            users.put(admin);
            users.grant(new Membership(userId, typed.partnership(), Role.ADMIN, null, null));
            founding.found(who, typed.partnership(), typed.name());
        });
    }

    private FirstRun requireOpen() {
        return firstRun.filter(FirstRun::isOpen).orElseThrow(NotFound::new);
    }

    private static String page(Typed typed, @Nullable String wrong, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "access/setup";
    }
}
