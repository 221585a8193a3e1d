package org.patenbuch.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Min;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proofs of single entries as files to be kept: the receipt of a command, checked years later with nothing else. */
@RestController
@RequestMapping("/api/v1/{partnership}/evidence")
class ProofApi {
    private final Seals seals;
    private final Leaves leaves;
    private final JdbcClient jdbc;
    private final Binder binder;

    ProofApi(Seals seals, Leaves leaves, JdbcClient jdbc, Binder binder) {
        this.seals = seals;
        this.leaves = leaves;
        this.jdbc = jdbc;
        this.binder = binder;
    }

    /** @param position as a command was answered with */
    record At(@Min(1) Long position) {}

    @GetMapping("/proof/{entryNumber}")
    ResponseEntity<String> proof(Who who, @PathVariable long entryNumber) {
        Permissions.requireAsk(who, Question.EVIDENCE);
        Seals.Seal seal = seals.current(who.partnership()).orElseThrow(NotFound::new);
        if (entryNumber < 1 || entryNumber > seal.size()) {
            throw new NotFound();
        }
        return file(who.partnership(), entryNumber, seal);
    }

    @GetMapping("/receipt")
    ResponseEntity<String> receipt(Who who, HttpServletRequest request) {
        Permissions.requireAsk(who, Question.EVIDENCE);
        Long position = binder.bind(At.class, Source.parameters(request.getParameterMap()))
                .orThrow()
                .position();
        Seals.Seal seal = seals.current(who.partnership()).orElseThrow(NotFound::new);
        long number = jdbc.sql("SELECT no FROM evidence.leaf WHERE partnership = ? AND position = ? AND no <= ?")
                .params(who.partnership(), position, seal.size())
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        return file(who.partnership(), number, seal);
    }

    private ResponseEntity<String> file(String partnership, long number, Seals.Seal seal) {
        try {
            TlogProof proof = new TlogProof(
                    leaves.entry(partnership, number).orElseThrow(NotFound::new),
                    number - 1,
                    new Proofs(new StoredTree(jdbc, partnership)).inclusion(number - 1, seal.size()),
                    Note.parse(seal.note()));
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + partnership + "-" + number + ".tlog-proof\"")
                    .body(proof.toString());
        } catch (Malformed broken) {
            throw new IllegalStateException(broken);
        }
    }
}
