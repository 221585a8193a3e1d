package org.patenbuch.evidence;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where witnesses bring what they have co-signed. It adds nothing to the ledger and cannot be forged, so whoever may see
 * checkpoints may do it.
 */
@RestController
@RequestMapping("/api/v1/{partnership}/evidence")
class WitnessApi {
    private final Witnesses witnesses;

    WitnessApi(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /** @param key as C2SP signed-note writes it, of type cosignature/v1 */
    record Introduction(String key) {}

    /**
     * @param size of the checkpoint
     * @param line that signs it, as C2SP writes it
     */
    record Cosigned(@Min(1) long size, String line) {}

    @GetMapping("/witnesses")
    List<Witnesses.Seen> all(Who who) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        return witnesses.seen(who.partnership());
    }

    @PostMapping("/witnesses")
    @ResponseStatus(HttpStatus.CREATED)
    Introduction introduce(@Shaped Introduction form, Who who) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        VerifierKey key;
        try {
            key = VerifierKey.parse(form.key());
        } catch (Malformed other) {
            throw problem("key", "evidence.not-a-key");
        }
        if (key.type() != VerifierKey.Type.COSIGNATURE || key.name().startsWith(Checkpoint.origin(""))) {
            throw problem("key", "evidence.not-a-key");
        }
        if (!witnesses.add(who.partnership(), key, who.userId())) {
            throw new Rejected("evidence.witness-taken", key.name());
        }
        return new Introduction(key.toString());
    }

    @PostMapping("/cosignatures")
    @ResponseStatus(HttpStatus.CREATED)
    Cosigned cosign(@Shaped Cosigned form, Who who) {
        Permissions.requireAsk(who, Question.CHECKPOINTS);
        try {
            if (!witnesses.cosign(who.partnership(), form.size(), Note.Line.parse(form.line()))) {
                throw new Rejected("evidence.not-cosigned", Long.toString(form.size()));
            }
        } catch (Malformed other) {
            throw problem("line", "evidence.not-a-line");
        }
        return form;
    }

    private static Misshapen problem(String field, String code) {
        return new Misshapen(List.of(FieldProblem.of(field, code)));
    }
}
