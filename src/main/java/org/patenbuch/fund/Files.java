package org.patenbuch.fund;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.eventstore.Together;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.fund.FundCommand.AttachFile;
import org.patenbuch.fund.FundEvent.Entry;
import org.patenbuch.fund.FundEvent.FileAttached;
import org.patenbuch.kernel.Who;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Vouchers and evidence as files: the content is stored by its SHA-256, the fact names that sum, both in one
 * transaction. The same file again is kept once.
 */
@Component
public class Files {
    /** 20 MB, as the refusal says it. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final String STORE = """
            INSERT INTO file_content (partnership, sha256, media_type, content) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    /** @param content the exact bytes that were attached */
    public record Content(String mediaType, byte[] content) {}

    private final Repository<Fund> funds;
    private final Originals originals;
    private final References references;
    private final Ledger ledger;
    private final Together together;
    private final JdbcClient jdbc;

    Files(
            @Qualifier("fundRepository") Repository<Fund> funds,
            Originals originals,
            References references,
            Ledger ledger,
            Together together,
            JdbcClient jdbc) {
        this.funds = funds;
        this.originals = originals;
        this.references = references;
        this.ledger = ledger;
        this.together = together;
        this.jdbc = jdbc;
    }

    /** @throws Unreadable {@code file.too-large}, {@code file.empty}, {@code file.unsupported} */
    public Receipt attach(byte[] content, Entry entry, String entryId, String id, Who who, Origin origin) {
        if (content.length > MOST_BYTES) {
            throw new Unreadable("file.too-large");
        }
        String mediaType = FileType.of(content).mediaType;
        String sha256 = sha256(content);
        String fundId = references
                .streamOf(who.partnership(), entry.kind(), entryId)
                .map(StreamName::id)
                .orElse(entryId);
        return together.record(() -> {
            jdbc.sql(STORE)
                    .params(who.partnership(), sha256, mediaType, content)
                    .update();
            return ledger.send(
                    new AttachFile(
                            who.partnership(), id, fundId, entry, entryId, sha256, mediaType, content.length, null),
                    who,
                    origin);
        });
    }

    @CommandHandler
    void decide(AttachFile command) {
        originals.require(command.partnership(), command.fundId(), command.entry(), command.entryId());
        funds.load(command.stream())
                .execute(fund -> fund.record(new FileAttached(
                        command.id(),
                        command.fundId(),
                        command.entry(),
                        command.entryId(),
                        command.sha256(),
                        command.mediaType(),
                        command.sizeBytes())));
    }

    public Optional<Content> content(String partnership, String sha256) {
        return jdbc.sql("SELECT media_type, content FROM file_content WHERE partnership = ? AND sha256 = ?")
                .params(partnership, sha256)
                .query((row, n) -> new Content(row.getString(1), row.getBytes(2)))
                .optional();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
