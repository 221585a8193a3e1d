package org.patenbuch.fund;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Reading;
import org.patenbuch.fund.FundEvent.Entry;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files kept with contributions and expenses, for programs: multipart, one {@code file}. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class FileApi {
    private final Files files;
    private final Commands commands;

    FileApi(Files files, Commands commands) {
        this.files = files;
        this.commands = commands;
    }

    @PostMapping(path = "/contributions/{contributionId}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Commands.Accepted> evidence(
            @PathVariable String contributionId,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String id,
            Who who)
            throws IOException {
        return attach(Entry.CONTRIBUTION, contributionId, file, id, who);
    }

    @PostMapping(path = "/expenses/{expenseId}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Commands.Accepted> voucher(
            @PathVariable String expenseId,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String id,
            Who who)
            throws IOException {
        return attach(Entry.EXPENSE, expenseId, file, id, who);
    }

    private ResponseEntity<Commands.Accepted> attach(
            Entry entry, String entryId, MultipartFile file, @Nullable String id, Who who) throws IOException {
        Permissions.requireSend(who, "AttachFile");
        String name = commands.idOr(id == null ? null : named(id), "file", who);
        return commands.answer(files.attach(file.getBytes(), entry, entryId, name, who, Origin.api()));
    }

    private static String named(String id) {
        return switch (EntryName.read(id)) {
            case Reading.Understood<String> right -> right.value();
            case Reading.Misread<String> wrong -> throw new Misshapen(List.of(FieldProblem.of("id", wrong.code())));
        };
    }
}
