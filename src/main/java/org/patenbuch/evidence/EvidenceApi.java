package org.patenbuch.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints and proofs for programs that are not ours (C2SP tlog-checkpoint, RFC 9162). */
@RestController
@RequestMapping("/api/v1/{partnership}/evidence")
class EvidenceApi {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Seals seals;
    private final Leaves leaves;
    private final PackDownload download;
    private final Witnesses witnesses;
    private final JdbcClient jdbc;
    private final Binder binder;

    EvidenceApi(
            Seals seals, Leaves leaves, PackDownload download, Witnesses witnesses, JdbcClient jdbc, Binder binder) {
        this.witnesses = witnesses;
        this.download = download;
        this.seals = seals;
        this.leaves = leaves;
        this.jdbc = jdbc;
        this.binder = binder;
    }

    /**
     * A proof of RFC 9162 section 2.1.
     *
     * @param size of the tree that it leads to
     * @param leafIndex of the entry, one below its number; absent in a proof between two trees
     * @param from the size of the older tree; absent in a proof of one entry
     * @param hashes base64, from the bottom up
     */
    record Proof(
            long size, @Nullable Long leafIndex, @Nullable Long from, List<String> hashes) {}

    record OfSize(@Nullable @Min(1) Long size) {}

    record Between(@Min(1) Long from, @Nullable @Min(1) Long to) {}

    @GetMapping(path = "/checkpoint", produces = TEXT)
    String checkpoint(Who who) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        Seals.Seal seal = seals.current(who.partnership()).orElseThrow(NotFound::new);
        return witnesses.cosigned(who.partnership(), seal);
    }

    @GetMapping(path = "/key", produces = TEXT)
    String key(Who who) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        return seals.key(who.partnership()).orElseThrow(NotFound::new) + "\n";
    }

    @GetMapping("/inclusion/{entryNumber}")
    Proof inclusion(Who who, @PathVariable long entryNumber, HttpServletRequest request) {
        Permissions.requireAsk(who, Question.EVIDENCE);
        Long asked = bind(OfSize.class, request).size();
        long sealed = leaves.size(who.partnership());
        long size = asked == null ? sealed : asked;
        if (entryNumber < 1 || entryNumber > sealed) {
            throw new NotFound();
        }
        requireSealed("size", size, sealed);
        if (size < entryNumber) {
            throw misshapen("size", "evidence.size-too-small", entryNumber);
        }
        return new Proof(size, entryNumber - 1, null, base64(proofs(who).inclusion(entryNumber - 1, size)));
    }

    @GetMapping("/consistency")
    Proof consistency(Who who, HttpServletRequest request) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        Between asked = bind(Between.class, request);
        long sealed = leaves.size(who.partnership());
        long to = asked.to() == null ? sealed : asked.to();
        requireSealed("to", to, sealed);
        requireSealed("from", asked.from(), sealed);
        if (asked.from() > to) {
            throw misshapen("to", "evidence.size-too-small", asked.from());
        }
        return new Proof(to, null, asked.from(), base64(proofs(who).consistency(asked.from(), to)));
    }

    /** @param recipient for whom; what they may not see is left out */
    record For(@Nullable @Size(max = 80) String recipient) {}

    @GetMapping("/pack")
    void pack(Who who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Permissions.requireAsk(who, Question.EVIDENCE);
        String asked = bind(For.class, request).recipient();
        Recipient recipient = Recipient.named(asked == null ? "ALL" : asked)
                .orElseThrow(() -> new Misshapen(List.of(FieldProblem.of("recipient", "evidence.recipient"))));
        download.send(who.partnership(), recipient, response);
    }

    private Proofs proofs(Who who) {
        return new Proofs(new StoredTree(jdbc, who.partnership()));
    }

    private <T extends Record> T bind(Class<T> type, HttpServletRequest request) {
        return binder.bind(type, Source.parameters(request.getParameterMap())).orThrow();
    }

    private static void requireSealed(String field, long size, long sealed) {
        if (size > sealed) {
            throw misshapen(field, "evidence.size-too-large", sealed);
        }
    }

    private static Misshapen misshapen(String field, String code, long entries) {
        return new Misshapen(List.of(FieldProblem.of(field, code, Long.toString(entries))));
    }

    static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
