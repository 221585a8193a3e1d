package org.patenbuch.funding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.fund.Files;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the files of contributions and expenses for those who may see what they belong to. */
@Component
public class KeptFiles {
    private static final String FIND = """
            SELECT f.sha256 FROM funding.file f
            WHERE f.partnership = :partnership AND f.id = :id AND f.since <= :position
                AND (cast(:partner AS text) IS NULL OR f.entry = 'CONTRIBUTION' AND EXISTS (
                    SELECT FROM funding.contribution c
                    WHERE c.partnership = f.partnership AND c.id = f.entry_id AND c.partner_id = :partner))""";

    /** @param name under which it is saved: the file's id, ending as its type does */
    public record Content(String name, String mediaType, byte[] content) {}

    private final JdbcClient jdbc;
    private final Moments moments;
    private final Files files;

    KeptFiles(JdbcClient jdbc, Moments moments, Files files) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.files = files;
    }

    /** @param onlyPartner whose contributions' files may be seen; null for all */
    public Optional<Content> find(String partnership, @Nullable String onlyPartner, String id, Asked asked) {
        return moments.answer(
                asked,
                FundingView.NAME,
                partnership,
                moment -> jdbc.sql(FIND)
                        .param("partnership", partnership)
                        .param("id", id)
                        .param("partner", onlyPartner)
                        .param("position", moment.position())
                        .query(String.class)
                        .optional()
                        .flatMap(sha256 -> files.content(partnership, sha256))
                        .map(file -> new Content(
                                id + "."
                                        + MediaType.parseMediaType(file.mediaType())
                                                .getSubtype(),
                                file.mediaType(),
                                file.content())));
    }
}
