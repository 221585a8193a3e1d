package org.patenbuch.matching;

import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions about statements of the bank and their bookings, for those who see all money. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class MatchingApi {
    private final BankLines lines;

    MatchingApi(BankLines lines) {
        this.lines = lines;
    }

    @GetMapping("/bank-lines")
    Page<BankLine> lines(Who who, Asked asked) {
        require(who);
        return lines.lines(who.partnership(), asked);
    }

    @GetMapping("/bank-lines/{id}")
    One<BankLine> line(Who who, @PathVariable String id, Asked asked) {
        require(who);
        return lines.line(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/bank-statements")
    Page<BankStatement> statements(Who who, Asked asked) {
        require(who);
        return lines.statements(who.partnership(), asked);
    }

    static void require(Who who) {
        var scopes = Permissions.scopes(who.roles(), Question.MONEY_LISTS);
        if (!Scope.whole(scopes)) {
            throw new AccessDeniedException("may not see the bank");
        }
    }
}
