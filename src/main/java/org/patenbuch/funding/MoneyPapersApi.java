package org.patenbuch.funding;

import java.time.LocalDate;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The questions about what stands around the money: proposals, plans, files. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class MoneyPapersApi {
    private final FundingLists lists;
    private final Budgets budgets;
    private final KeptFiles files;

    MoneyPapersApi(FundingLists lists, Budgets budgets, KeptFiles files) {
        this.lists = lists;
        this.budgets = budgets;
        this.files = files;
    }

    @GetMapping("/proposals")
    Page<ProposalRow> proposals(Who who, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.proposals(who.partnership(), asked);
    }

    @GetMapping("/proposals/{id}")
    One<ProposalRow> proposal(Who who, @PathVariable String id, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.proposal(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/rules")
    Page<RuleRow> rules(Who who, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.rules(who.partnership(), asked);
    }

    @GetMapping("/period-locks")
    Page<PeriodLockRow> periodLocks(Who who, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.periodLocks(who.partnership(), asked);
    }

    /** Planned against spent in the year of {@code to}, without it in this one. */
    @GetMapping("/funds/{id}/budget")
    Budget budget(Who who, @PathVariable String id, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return budgets.answer(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    /** What an expense would do to its line of the plan, asked before it is recorded. */
    @GetMapping("/funds/{id}/budget/check")
    Budget.Line check(
            Who who,
            @PathVariable String id,
            @RequestParam String category,
            @RequestParam long amountCents,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate paidOn) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return budgets.with(who.partnership(), id, category, amountCents, paidOn)
                .orElseThrow(NotFound::new);
    }

    /** A voucher or evidence, byte for byte; never shown inside a page. */
    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> file(Who who, @PathVariable String id, Asked asked) {
        String partner = Seen.onlyPartner(who, Question.MONEY_LISTS);
        KeptFiles.Content file =
                files.find(who.partnership(), partner, id, asked).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content());
    }
}
