package org.patenbuch.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal as plain-text accounting, as of any moment of knowledge. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class AccountsApi {
    private final Accounts accounts;

    AccountsApi(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/exports/journal")
    void journal(
            Who who, Asked asked, @RequestParam(defaultValue = "hledger") String format, HttpServletResponse response)
            throws IOException {
        Permissions.requireAsk(who, Question.EXPORTS);
        Format chosen = Format.read(format);
        Moment moment = accounts.moment(who.partnership(), asked);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"journal." + chosen.ending + "\"");
        response.setHeader("Ledger-Position", Long.toString(moment.position()));
        accounts.write(who.partnership(), moment, chosen, response.getWriter());
    }
}
