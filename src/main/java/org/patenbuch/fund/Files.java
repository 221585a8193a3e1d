package org.patenbuch.fund;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Year;
import java.util.HexFormat;
import java.util.List;
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
import org.patenbuch.kernel.TextKind;
import org.patenbuch.kernel.Who;
import org.patenbuch.privacy.PersonalFile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Vouchers and evidence as files: the content is stored by its SHA-256, sealed under the key of the year in which it
 * was attached; the fact names that sum, both in one transaction. The same file again is kept once a year.
 */
@Component
public class Files {
    /** 20 MB, as the refusal says it. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final String STORE = """
            INSERT INTO file_content (partnership, sha256, subject, media_type, content) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String KEPT = """
            SELECT subject, media_type, content FROM file_content WHERE partnership = ? AND sha256 = ?
            ORDER BY subject DESC""";

    /** @param subject whose key its content is sealed under; empty where it was attached before files were sealed */
    private record Kept(String subject, String mediaType, byte[] content) {}

    /** @param content the exact bytes that were attached */
    public record Content(String mediaType, byte[] content) {}

    private final Repository<Fund> funds;
    private final Originals originals;
    private final References references;
    private final Ledger ledger;
    private final Together together;
    private final JdbcClient jdbc;
    private final PersonalFile files;
    private final Clock clock;

    Files(
            @Qualifier("fundRepository") Repository<Fund> funds,
            Originals originals,
            References references,
            Ledger ledger,
            Together together,
            JdbcClient jdbc,
            PersonalFile files,
            Clock clock) {
        this.funds = funds;
        this.originals = originals;
        this.references = references;
        this.ledger = ledger;
        this.together = together;
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
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
        String subject =
                TextKind.VOUCHER_FILE.subject(who.partnership(), Year.now(clock).getValue());
        return together.record(() -> {
            jdbc.sql(STORE)
                    .params(who.partnership(), sha256, subject, mediaType, files.seal(subject, sha256, content))
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

    /** @return empty if there is none, or if it has been erased with all files of its year */
    public Optional<Content> content(String partnership, String sha256) {
        return kept(partnership, sha256).stream()
                .flatMap(one -> clear(one, sha256).map(bytes -> new Content(one.mediaType(), bytes)).stream())
                .findFirst();
    }

    /** Whether what is kept is what was attached, as far as it has not been erased. */
    public boolean isWhole(String partnership, String sha256, long sizeBytes) {
        List<Kept> kept = kept(partnership, sha256);
        try {
            return !kept.isEmpty()
                    && kept.stream()
                            .flatMap(one -> clear(one, sha256).stream())
                            .allMatch(bytes ->
                                    bytes.length == sizeBytes && sha256(bytes).equals(sha256));
        } catch (PersonalFile.Changed changed) {
            return false;
        }
    }

    private List<Kept> kept(String partnership, String sha256) {
        return jdbc.sql(KEPT)
                .params(partnership, sha256)
                .query((row, n) -> new Kept(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private Optional<byte[]> clear(Kept kept, String sha256) {
        return kept.subject().isEmpty()
                ? Optional.of(kept.content())
                : files.open(kept.subject(), sha256, kept.content());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
