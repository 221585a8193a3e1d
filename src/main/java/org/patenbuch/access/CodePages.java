package org.patenbuch.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step at login, for those who have set it up: until then the session is nobody's. */
@Controller
@RequestMapping("/login/code")
class CodePages {
    private final SecondFactors factors;
    private final Attempts attempts;
    private final LetIn letIn;
    private final AuthenticationEventPublisher onRecord;

    CodePages(SecondFactors factors, Attempts attempts, LetIn letIn, AuthenticationEventPublisher onRecord) {
        this.factors = factors;
        this.attempts = attempts;
        this.letIn = letIn;
        this.onRecord = onRecord;
    }

    @GetMapping
    String show(HttpSession session, @RequestParam(required = false) @Nullable String error, Model model) {
        if (AfterLogin.half(session) == null) return "redirect:/login?expired";
        model.addAttribute("refused", error != null);
        return "access/code";
    }

    @PostMapping
    void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            @RequestParam(defaultValue = "") String code)
            throws IOException, ServletException {
        SignedIn half = AfterLogin.half(session);
        if (half == null) {
            response.sendRedirect("/login?expired");
            return;
        }
        String name = "code of " + half.userId();
        try {
            attempts.requireLogin(name, request.getRemoteAddr());
        } catch (Attempts.TooMany wait) {
            response.sendRedirect("/login?wait");
            return;
        }
        if (factors.accept(half.userId(), code)) {
            AfterLogin.forgetHalf(session);
            letIn.letIn(half, request, response);
        } else {
            attempts.loginFailed(name, request.getRemoteAddr());
            onRecord.publishAuthenticationFailure(
                    new BadCredentialsException("code wrong"),
                    UsernamePasswordAuthenticationToken.unauthenticated(half.getName(), null));
            response.sendRedirect("/login/code?error");
        }
    }
}
