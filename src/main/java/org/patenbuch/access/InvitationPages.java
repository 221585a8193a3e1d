package org.patenbuch.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.web.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What someone sees who follows an invitation: a name and a password to choose, or just a button if known already. */
@Controller
@RequestMapping("/invitation/{secret}")
class InvitationPages {
    private final Invitations invitations;
    private final Users users;
    private final Passwords passwords;
    private final NewPassword newPassword;
    private final Attempts attempts;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final TransactionTemplate together;

    InvitationPages(
            Invitations invitations,
            Users users,
            Passwords passwords,
            NewPassword newPassword,
            Attempts attempts,
            Sessions sessions,
            SecondFactors factors,
            TransactionTemplate together) {
        this.invitations = invitations;
        this.users = users;
        this.passwords = passwords;
        this.newPassword = newPassword;
        this.attempts = attempts;
        this.sessions = sessions;
        this.factors = factors;
        this.together = together;
    }

    @GetMapping
    String show(@PathVariable String secret, HttpServletRequest request, @Nullable Principal someone, Model model) {
        return page(secret, require(secret, request), someone, "", null, model);
    }

    @PostMapping
    String accept(
            @PathVariable String secret,
            HttpServletRequest request,
            @Nullable Principal someone,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        Invitation invitation = require(secret, request);
        if (someone != null && !invitation.isForPassword()) return join(secret, invitation, SignedIn.of(someone));
        String name = invitation.isForPassword()
                ? users.byId(invitation.userId()).orElseThrow(NotFound::new).login()
                : login.strip().toLowerCase(Locale.ROOT);
        Optional<String> wrong = wrong(invitation, name, password);
        if (wrong.isPresent()) return page(secret, invitation, someone, name, wrong.get(), model);
        String hash = passwords.hash(password);
        try {
            together.executeWithoutResult(both -> {
                if (!invitations.use(secret)) throw new NotFound();
                put(invitation, name, hash);
            });
        } catch (DuplicateKeyException taken) {
            return page(secret, invitation, someone, name, "setup.login.taken", model);
        }
        return "redirect:/login?ready";
    }

    private String join(String secret, Invitation invitation, SignedIn signedIn) {
        together.executeWithoutResult(both -> {
            if (!invitations.use(secret)) throw new NotFound();
            users.grant(role(invitation, signedIn.userId()));
        });
        return "redirect:/" + invitation.partnership();
    }

    private Optional<String> wrong(Invitation invitation, String name, String password) {
        if (!invitation.isForPassword()) {
            if (!SetupPages.LOGIN.matcher(name).matches()) return Optional.of("setup.login.wrong");
            if (users.byLogin(name).isPresent()) return Optional.of("setup.login.taken");
        }
        return newPassword.refusal(name, password);
    }

    private void put(Invitation invitation, String login, String hash) {
        if (invitation.isForPassword()) {
            users.setPassword(invitation.userId(), hash);
            // Whoever has lost the phone and its ten codes gets in again this way, and sets the step up anew
            factors.remove(invitation.userId());
            sessions.endAll(new SignedIn(invitation.userId(), login), null);
        } else {
            String userId = UUID.randomUUID().toString();
            users.put(new User(userId, login, hash, false, null, false));
            users.grant(role(invitation, userId));
        }
    }

    private static Membership role(Invitation invitation, String userId) {
        return new Membership(
                userId, invitation.partnership(), invitation.role(), invitation.partnerId(), invitation.sponsorId());
    }

    private Invitation require(String secret, HttpServletRequest request) {
        attempts.requireLink(request.getRemoteAddr());
        return invitations.find(secret).orElseThrow(() -> {
            attempts.linkFailed(request.getRemoteAddr());
            return new NotFound();
        });
    }

    private static String page(
            String secret,
            Invitation invitation,
            @Nullable Principal someone,
            String login,
            @Nullable String wrong,
            Model model) {
        model.addAttribute("secret", secret);
        model.addAttribute("invitation", invitation);
        model.addAttribute("known", someone != null && !invitation.isForPassword() ? someone.getName() : null);
        model.addAttribute("typedLogin", login);
        model.addAttribute("wrong", wrong);
        return "access/invitation";
    }
}
