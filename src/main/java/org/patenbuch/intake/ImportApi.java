package org.patenbuch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.forms.Sentences;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports for programs: one ZIP, or any of the tables, as multipart; the answer says what was written or every bad row. */
@RestController
@RequestMapping("/api/v1/{partnership}/imports")
class ImportApi {
    private final Import imports;
    private final ImportBatches batches;
    private final ImportReversal reversal;
    private final Sentences sentences;

    ImportApi(Import imports, ImportBatches batches, ImportReversal reversal, Sentences sentences) {
        this.imports = imports;
        this.batches = batches;
        this.reversal = reversal;
        this.sentences = sentences;
    }

    /** @param id of the batch; null if nothing was written */
    record Imported(String id, Long position, long rows, long rowsWritten) {}

    /** @param reason nothing about a person */
    record Reversal(String reason) {}

    /**
     * @param id of the batch
     * @param position of the last event of the reversal; null if everything had been taken back before, one by one
     */
    record Reversed(String id, @Nullable Long position, long entriesReversed) {}

    /** An entry that cannot be taken back, one of the problem's {@code errors}. */
    record Kept(String kind, String id, String code, String detail) {}

    record Batches(List<ImportBatch> items) {}

    /** One bad row of the problem's {@code errors}. */
    record BadRow(String file, int row, String column, String value, String code, String detail) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> run(
            MultipartHttpServletRequest upload,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Who who,
            Locale language)
            throws IOException {
        Permissions.requireSend(who, "RunImport");
        Path folder = ImportUpload.folder();
        try (ImportFiles files = received(upload, folder)) {
            ImportOutcome outcome = imports.run(files, who, dryRun, ImportProgress.SILENT);
            return outcome.good()
                    ? done(outcome)
                    : refused(
                            "import.refused",
                            outcome.problemCount(),
                            outcome.problems().stream()
                                    .map(bad -> badRow(bad, language))
                                    .toList(),
                            language);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @GetMapping
    Batches all(Who who) {
        Permissions.requireSend(who, "RunImport");
        return new Batches(batches.all(who.partnership()));
    }

    @GetMapping("/{id}")
    ImportBatch one(@PathVariable String id, Who who) {
        Permissions.requireSend(who, "RunImport");
        return batches.find(who.partnership(), id).orElseThrow(NotFound::new);
    }

    /** Takes the whole import back, or nothing of it. */
    @PostMapping("/{id}/reversal")
    ResponseEntity<?> reverse(@PathVariable String id, @Shaped Reversal form, Who who, Locale language) {
        ImportBatch batch = one(id, who);
        if (batch.reversedAt() != null) {
            return ResponseEntity.ok()
                    .header("Idempotent-Replayed", "true")
                    .body(new Reversed(id, batch.reversalPosition(), batch.entriesReversed()));
        }
        ImportReversal.Undone undone = reversal.run(batch, who, form.reason(), ImportProgress.SILENT);
        return undone.refusedCount() == 0
                ? ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Reversed(id, undone.position(), undone.takenBack()))
                : refused(
                        "import.not-reversible",
                        undone.refusedCount(),
                        undone.refused().stream()
                                .map(kept -> kept(kept, language))
                                .toList(),
                        language);
    }

    private Kept kept(ImportReversal.Refusal kept, Locale language) {
        String code = kept.why().code();
        return new Kept(
                kept.kind(),
                kept.id(),
                code,
                sentences.of("rejected." + code, kept.why().arguments(), language));
    }

    private static ImportFiles received(MultipartHttpServletRequest upload, Path folder) throws IOException {
        ImportUpload.put(
                upload.getMultiFileMap().values().stream().flatMap(List::stream).toList(), folder);
        return ImportRuns.open(folder);
    }

    private static ResponseEntity<Imported> done(ImportOutcome outcome) {
        HttpStatus status = outcome.batch() == null ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status)
                .body(new Imported(outcome.batch(), outcome.position(), outcome.rows(), outcome.rowsWritten()));
    }

    private ResponseEntity<ProblemDetail> refused(String code, long many, List<?> errors, Locale language) {
        Object count = Math.toIntExact(Math.min(many, Integer.MAX_VALUE));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, sentences.of(code, List.of(count), language));
        problem.setType(java.net.URI.create("urn:patenbuch:problem:" + code));
        problem.setProperty("code", code);
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private BadRow badRow(RowProblem bad, Locale language) {
        String detail = sentences.of(bad.code(), bad.arguments(), language);
        return new BadRow(bad.file(), bad.line(), bad.column(), bad.value(), bad.code(), detail);
    }
}
