package org.patenbuch.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.bank.BankCommand.AssignBankLine;
import org.patenbuch.bank.BankCommand.ReleaseBankLine;
import org.patenbuch.bank.BankCommand.SetBankLineAside;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.forms.Sentences;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Statements of the bank and what their bookings are, for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class BankApi {
    private final Statements statements;
    private final Confirming confirming;
    private final Commands commands;
    private final Sentences sentences;

    BankApi(Statements statements, Confirming confirming, Commands commands, Sentences sentences) {
        this.statements = statements;
        this.confirming = confirming;
        this.commands = commands;
        this.sentences = sentences;
    }

    @PostMapping(path = "/bank-statements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Statements.Answer> take(
            @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun, Who who)
            throws IOException {
        Permissions.requireSend(who, "RecordBankStatement");
        Statements.Answer answer = statements.take(file.getBytes(), who, dryRun, Origin.api());
        boolean written = answer.position() != null && !dryRun;
        return ResponseEntity.status(written ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    @PostMapping("/bank-lines/{lineId}/contribution")
    ResponseEntity<Commands.Accepted> contribution(
            @PathVariable String lineId, @Shaped BankForm.Contribution form, Who who) {
        Permissions.requireSend(who, "AssignBankLine");
        return commands.answer(confirming.contribution(who, lineId, form, Origin.api()));
    }

    /** What became of one of several. */
    record Confirmed(
            String lineId,
            @Nullable String contributionId,
            @Nullable Long position,
            @Nullable String code,
            @Nullable String detail) {}

    record AllConfirmed(List<Confirmed> items) {}

    /** Each by itself: what cannot be recorded says why, and the others are. */
    @PostMapping("/bank-lines/contributions")
    AllConfirmed contributions(@Shaped BankForm.Confirmations form, Who who, Locale language) {
        Permissions.requireSend(who, "AssignBankLine");
        List<Confirmed> confirmed = new ArrayList<>();
        for (BankForm.Confirmation item : form.items()) {
            try {
                Receipt receipt = confirming.contribution(who, item.lineId(), item.contribution(), Origin.api());
                confirmed.add(new Confirmed(item.lineId(), receipt.id(), receipt.position(), null, null));
            } catch (Rejected refused) {
                String detail = sentences.of("rejected." + refused.code(), refused.arguments(), language);
                confirmed.add(new Confirmed(item.lineId(), null, null, refused.code(), detail));
            }
        }
        return new AllConfirmed(confirmed);
    }

    @PostMapping("/bank-lines/{lineId}/assignment")
    ResponseEntity<Commands.Accepted> assign(@PathVariable String lineId, @Shaped BankForm.Assignment form, Who who) {
        Permissions.requireSend(who, "AssignBankLine");
        String id = commands.idOr(form.id(), "bank-assignment", who);
        String account = confirming.require(who, lineId).account();
        return commands.send(
                new AssignBankLine(who.partnership(), id, account, lineId, form.entry(), form.entryId(), form.reason()),
                who);
    }

    @PostMapping("/bank-lines/{lineId}/setting-aside")
    ResponseEntity<Commands.Accepted> setAside(@PathVariable String lineId, @Shaped BankForm.Reasoned form, Who who) {
        Permissions.requireSend(who, "SetBankLineAside");
        String id = commands.idOr(form.id(), "bank-setting-aside", who);
        String account = confirming.require(who, lineId).account();
        return commands.send(new SetBankLineAside(who.partnership(), id, account, lineId, form.reason()), who);
    }

    @PostMapping("/bank-lines/{lineId}/release")
    ResponseEntity<Commands.Accepted> release(@PathVariable String lineId, @Shaped BankForm.Reasoned form, Who who) {
        Permissions.requireSend(who, "ReleaseBankLine");
        String id = commands.idOr(form.id(), "bank-release", who);
        String account = confirming.require(who, lineId).account();
        return commands.send(new ReleaseBankLine(who.partnership(), id, account, lineId, form.reason()), who);
    }
}
