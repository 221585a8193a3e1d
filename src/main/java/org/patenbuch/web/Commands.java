package org.patenbuch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.kernel.Who;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How every command of the API is sent and answered: 201 the first time, 200 and the same body for a repeat. */
@Component
public class Commands {
    /** @param position the place of the command's last event; ask with {@code minPosition} to see it */
    public record Accepted(String id, long position) {}

    private final Ledger ledger;
    private final HttpServletRequest request;

    Commands(Ledger ledger, HttpServletRequest request) {
        this.ledger = ledger;
        this.request = request;
    }

    public ResponseEntity<Accepted> send(Command command, Who who) {
        return answer(ledger.send(command, who, Problems.isForPrograms(request) ? Origin.api() : Origin.screen()));
    }

    /** For what was sent already. */
    public ResponseEntity<Accepted> answer(Receipt receipt) {
        var answer = ResponseEntity.status(receipt.replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .header("Ledger-Position", Long.toString(receipt.position()));
        if (receipt.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(new Accepted(receipt.id(), receipt.position()));
    }

    /**
     * The name of the entry: the body's id, else one made of the header {@code Idempotency-Key}, so that the same key
     * from the same person names the same entry, else a random one.
     */
    public String idOr(@Nullable String bodyId, String kind, Who who) {
        if (bodyId != null) {
            return bodyId;
        }
        String key = request.getHeader("Idempotency-Key");
        return key == null || key.isBlank()
                ? UUID.randomUUID().toString()
                : named(kind + '\0' + who.userId() + '\0' + key);
    }

    private static String named(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
