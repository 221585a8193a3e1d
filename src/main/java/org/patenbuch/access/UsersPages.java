package org.patenbuch.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may do what in a partnership, for its administrators: roles taken, people invited, new passwords by link. */
@Controller
@RequestMapping("/{partnership}/users")
class UsersPages {
    private static final String ENTRY_ID = "[A-Za-z0-9._-]{1,64}";

    private final UserList list;
    private final Users users;
    private final Invitations invitations;

    UsersPages(UserList list, Users users, Invitations invitations) {
        this.list = list;
        this.users = users;
        this.invitations = invitations;
    }

    @Bean
    static NavEntry usersEntry() {
        return new NavEntry(
                NavEntry.Group.SETUP,
                "nav.users",
                "/users",
                90,
                roles -> Permissions.mayAsk(roles, Question.OPERATION));
    }

    @GetMapping
    String show(Who who, Model model) {
        Permissions.requireAsk(who, Question.OPERATION);
        model.addAttribute("who", who);
        model.addAttribute("people", list.of(who.partnership()));
        model.addAttribute("open", invitations.open(who.partnership()).size());
        model.addAttribute("roles", List.of(Role.values()));
        return "access/users";
    }

    @PostMapping("/invitations")
    String invite(
            Who who,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String of,
            RedirectAttributes next) {
        Permissions.requireAsk(who, Question.OPERATION);
        Optional<Role> known = List.of(Role.values()).stream()
                .filter(one -> one.name().equals(role))
                .findFirst();
        if (known.isEmpty()) return askAgain(who, next, "role", role, of);
        boolean needsOf = known.get() == Role.PARTNER || known.get() == Role.SPONSOR;
        String id = of.strip();
        if (needsOf && !id.matches(ENTRY_ID)) return askAgain(who, next, "of", role, of);
        String secret = invitations.toRole(
                new Membership(
                        "",
                        who.partnership(),
                        known.get(),
                        known.get() == Role.PARTNER ? id : null,
                        known.get() == Role.SPONSOR ? id : null),
                who.userId());
        return link(who, next, secret);
    }

    @PostMapping("/invitations/end")
    String endInvitations(Who who, RedirectAttributes next) {
        Permissions.requireAsk(who, Question.OPERATION);
        invitations.endAll(who.partnership());
        next.addFlashAttribute("said", "users.invitations.ended");
        return here(who);
    }

    @PostMapping("/{userId}/roles/{role}/end")
    String endRole(Who who, @PathVariable String userId, @PathVariable String role, RedirectAttributes next) {
        Permissions.requireAsk(who, Question.OPERATION);
        UserList.Given given = person(who, userId).roles().stream()
                .filter(one -> one.role().name().equals(role))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (list.lastAdmin(who.partnership(), given.role())) return wrong(who, next, "users.last-admin");
        users.revoke(userId, who.partnership(), given.role());
        next.addFlashAttribute("said", given.ofIssuer() ? "users.role.ended.issuer" : "users.role.ended");
        return here(who);
    }

    /** Only for people who are nothing elsewhere: an administrator must not get into other partnerships this way. */
    @PostMapping("/{userId}/password")
    String newPassword(Who who, @PathVariable String userId, RedirectAttributes next) {
        Permissions.requireAsk(who, Question.OPERATION);
        UserList.Person person = person(who, userId);
        if (person.ofIssuer()) return wrong(who, next, "users.issuer.password");
        if (!person.here()) return wrong(who, next, "users.elsewhere");
        return link(who, next, invitations.toPassword(who.partnership(), userId, who.userId()));
    }

    private UserList.Person person(Who who, String userId) {
        return list.of(who.partnership()).stream()
                .filter(one -> one.userId().equals(userId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String link(Who who, RedirectAttributes next, String secret) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/invitation/" + secret)
                .toUriString();
        next.addFlashAttribute("link", address);
        return here(who);
    }

    /** @param field what is wrong in the form, {@code role} or {@code of}; all that was typed stays */
    private static String askAgain(Who who, RedirectAttributes next, String field, String role, String of) {
        next.addFlashAttribute("mistake", field);
        next.addFlashAttribute("typedRole", role);
        next.addFlashAttribute("typedOf", of);
        return here(who);
    }

    private static String wrong(Who who, RedirectAttributes next, @Nullable String key) {
        next.addFlashAttribute("wrong", key);
        return here(who);
    }

    private static String here(Who who) {
        return "redirect:/" + who.partnership() + "/users";
    }
}
